package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * A value that is of one of several kinds, such as the name of a block node or a node's options.
 * What is of none of the known kinds is kept. Immutable.
 */
public abstract class QmpAlternate {

  private final String type;
  private final JsonNode json;

  /**
   * For the generated types.
   *
   * @param json nobody may change it any more
   */
  protected QmpAlternate(String type, JsonNode json) {
    this.type = type;
    this.json = json;
  }

  /** The JSON of a value. */
  protected static <T> JsonNode json(QmpType<T> as, T value) {
    return as.write(value);
  }

  /** The value, if it is of that kind. */
  protected final <T> Optional<T> as(QmpType<T> kind) {
    return kind.accepts(json)
        ? Optional.of(kind.read(json, new QmpType.Place(type, "")))
        : Optional.empty();
  }

  /** A copy of the JSON. */
  public final JsonNode toJson() {
    return json.deepCopy();
  }

  @Override
  public final boolean equals(Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((QmpAlternate) other).json.equals(json);
  }

  @Override
  public final int hashCode() {
    return json.hashCode();
  }

  /** The type and the kind of JSON; the value may be secret. */
  @Override
  public final String toString() {
    return type + "[" + json.getNodeType().name().toLowerCase(Locale.ROOT) + "]";
  }
}
