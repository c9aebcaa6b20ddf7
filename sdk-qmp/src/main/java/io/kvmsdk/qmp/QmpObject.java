package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object of QEMU's: arguments, or what it answered. It keeps the JSON as it is, with members
 * that have no name here and with numbers of any size, and reads a member when it is asked for.
 * Immutable.
 *
 * <p>A method of a generated type throws {@link UnexpectedValueException} where its member is not
 * what the schema says, and, unless the result is {@link Optional}, where it is absent. An integer
 * is a {@code long}; QEMU's are up to 2^64-1, and one above 2^63-1 reads as negative: {@link
 * Long#toUnsignedString(long)} shows it. In the JSON it is exact.
 */
public class QmpObject {

  /** Any object, such as the empty one that most commands return. */
  public static final QmpType<QmpObject> TYPE =
      QmpType.object("object", QmpObject::new, List.of(), List.of());

  private final QmpType<? extends QmpObject> type;
  private final ObjectNode json;

  QmpObject(ObjectNode json) {
    this(TYPE, json);
  }

  /**
   * For the generated types.
   *
   * @param json nobody may change it any more
   */
  protected QmpObject(QmpType<? extends QmpObject> type, ObjectNode json) {
    this.type = type;
    this.json = json;
  }

  /** The value of a member that must be there. */
  protected final <T> T required(String member, QmpType<T> as) {
    return as.read(json.path(member), new QmpType.Place(type.name(), member));
  }

  /** The value of a member that may be there. */
  protected final <T> Optional<T> optional(String member, QmpType<T> as) {
    return json.has(member) ? Optional.of(required(member, as)) : Optional.empty();
  }

  /** This object's members as those of another type. */
  protected final <T> T as(QmpType<T> other) {
    return other.read(json, new QmpType.Place(type.name(), ""));
  }

  /** A copy of the JSON, all of it. */
  public final ObjectNode toJson() {
    return json.deepCopy();
  }

  /** A copy of a member's JSON, whatever the schema says of it. */
  public final Optional<JsonNode> member(String name) {
    return Optional.ofNullable(json.get(name)).map(JsonNode::deepCopy);
  }

  /** Copies of the members that this type has no method for, such as those of a newer QEMU. */
  public final Map<String, JsonNode> unknownMembers() {
    Map<String, JsonNode> unknown = new LinkedHashMap<>();
    json.properties().stream()
        .filter(member -> !type.members().contains(member.getKey()))
        .forEach(member -> unknown.put(member.getKey(), member.getValue().deepCopy()));
    return unknown;
  }

  /** Whether the other is of the same type, with the same members and values. */
  @Override
  public boolean equals(Object other) {
    return other != null && other.getClass() == getClass() && ((QmpObject) other).json.equals(json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  /** The type and the members' names; their values may be secret. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return type.name() + names;
  }
}
