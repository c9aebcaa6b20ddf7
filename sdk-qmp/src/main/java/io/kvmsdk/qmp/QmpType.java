package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How values of one of QEMU's types are read out of JSON and written. The generated types are made
 * with it; users need only {@link #of}. Immutable.
 *
 * @param <T> the Java type
 */
public final class QmpType<T> {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(64);

  /** A {@code str}. */
  public static final QmpType<String> STRING =
      new QmpType<>("str", "a string", JsonNode::isTextual, JsonNode::textValue, NODES::textNode);

  /** An {@code int}. One above 2^63-1 has the bits of the unsigned number. */
  public static final QmpType<Long> INTEGER =
      new QmpType<>("int", "an integer", QmpType::isInteger, JsonNode::longValue, Json::number);

  /** A {@code number}. */
  public static final QmpType<Double> NUMBER =
      new QmpType<>(
          "number",
          "a number",
          JsonNode::isNumber,
          JsonNode::doubleValue,
          d -> NODES.numberNode(d));

  /** A {@code bool}. */
  public static final QmpType<Boolean> BOOLEAN =
      new QmpType<>(
          "bool", "a boolean", JsonNode::isBoolean, JsonNode::booleanValue, NODES::booleanNode);

  /** An {@code any}: what JSON can say. */
  public static final QmpType<JsonNode> ANY =
      new QmpType<>("any", "a value", json -> !json.isMissingNode(), Json::copy, Json::copy);

  /** Where a value stands: the object's type, and the path from there. */
  record Place(String type, String member) {

    Place item(int index) {
      return new Place(type, member + "[" + index + "]");
    }
  }

  private interface Reader<T> {
    T read(JsonNode json, Place place);
  }

  private final String name;
  private final String expected;
  private final Predicate<JsonNode> accepts;
  private final Reader<T> reader;
  private final Function<T, JsonNode> writer;
  private final List<String> mandatory;
  private final Set<String> members;

  private QmpType(
      String name,
      String expected,
      Predicate<JsonNode> accepts,
      Reader<T> reader,
      Function<T, JsonNode> writer,
      List<String> mandatory,
      List<String> optional) {
    this.name = name;
    this.expected = expected;
    this.accepts = accepts;
    this.reader = reader;
    this.writer = writer;
    this.mandatory = mandatory;
    this.members = new LinkedHashSet<>(mandatory);
    this.members.addAll(optional);
  }

  private QmpType(
      String name,
      String expected,
      Predicate<JsonNode> accepts,
      Function<JsonNode, T> reader,
      Function<T, JsonNode> writer) {
    this(
        name, expected, accepts, (json, place) -> reader.apply(json), writer, List.of(), List.of());
  }

  /**
   * A type of objects.
   *
   * @param make keeps the object it is given, which nobody changes
   * @param mandatory the names of the members that it must have
   * @param optional those of its other members
   */
  public static <T extends QmpObject> QmpType<T> object(
      String name, Function<ObjectNode, T> make, List<String> mandatory, List<String> optional) {
    return new QmpType<>(
        name,
        "an object (" + name + ")",
        JsonNode::isObject,
        (json, place) -> make.apply((ObjectNode) json),
        QmpObject::toJson,
        mandatory,
        optional);
  }

  /** The members of an event's data. */
  public static QmpType<QmpObject> data(
      String name, List<String> mandatory, List<String> optional) {
    return object(name, QmpObject::new, mandatory, optional);
  }

  /** A type of words. */
  public static <T extends QmpEnum> QmpType<T> words(String name, Function<String, T> make) {
    return new QmpType<>(
        name,
        "a string (" + name + ")",
        JsonNode::isTextual,
        json -> make.apply(json.textValue()),
        word -> NODES.textNode(word.value()));
  }

  /** A type whose values are of one of several kinds. */
  public static <T extends QmpAlternate> QmpType<T> alternate(
      String name, Function<JsonNode, T> make) {
    return new QmpType<>(name, name, json -> true, make, QmpAlternate::toJson);
  }

  /** A list of what {@code item} is. */
  public static <T> QmpType<List<T>> list(QmpType<T> item) {
    return new QmpType<>(
        "[" + item.name + "]",
        "a list of " + item.name,
        JsonNode::isArray,
        (json, place) -> {
          List<T> values = new ArrayList<>(json.size());
          for (JsonNode value : json) {
            values.add(item.read(value, place.item(values.size())));
          }
          return List.copyOf(values);
        },
        values -> {
          ArrayNode array = NODES.arrayNode(values.size());
          values.forEach(value -> array.add(item.write(value)));
          return array;
        },
        List.of(),
        List.of());
  }

  private static boolean isInteger(JsonNode json) {
    if (json.canConvertToLong() && json.isIntegralNumber()) {
      return true;
    }
    return json.isBigInteger()
        && json.bigIntegerValue().compareTo(MIN) >= 0
        && json.bigIntegerValue().compareTo(LIMIT) < 0;
  }

  /** QEMU's name of it. */
  public String name() {
    return name;
  }

  /**
   * A value out of JSON, of which it keeps a copy.
   *
   * @throws UnexpectedValueException if the JSON is of another kind; members are not looked at
   */
  public T of(JsonNode json) {
    return read(Json.copy(json), new Place(name, ""));
  }

  /** A value that keeps the JSON, which nobody may change. */
  T read(JsonNode json, Place place) {
    if (!accepts.test(json)) {
      throw new UnexpectedValueException(place, expected, json);
    }
    return reader.read(json, place);
  }

  boolean accepts(JsonNode json) {
    return accepts.test(json);
  }

  /** The value as JSON that is nobody else's. */
  JsonNode write(T value) {
    return writer.apply(value);
  }

  List<String> mandatory() {
    return mandatory;
  }

  Set<String> members() {
    return members;
  }

  @Override
  public String toString() {
    return name;
  }
}
