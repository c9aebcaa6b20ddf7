package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A command with a type of its own: an object that holds its arguments. Immutable.
 *
 * @param <R> what QEMU answers
 */
public abstract class TypedCommand<R> extends QmpObject implements QmpCommand<R> {

  private final String name;
  private final QmpType<R> result;

  /**
   * For the generated commands.
   *
   * @param arguments nobody may change them any more
   */
  protected TypedCommand(
      QmpType<? extends QmpObject> type, QmpType<R> result, ObjectNode arguments) {
    super(type, arguments);
    this.name = type.name();
    this.result = result;
  }

  @Override
  public final String name() {
    return name;
  }

  /** A copy of its arguments. */
  @Override
  public final JsonNode arguments() {
    return toJson();
  }

  /**
   * The result.
   *
   * @param json what QEMU sent as {@code return}; nobody may change it any more
   * @throws UnexpectedValueException if it is of another kind than the schema says
   */
  @Override
  public final R decode(JsonNode json) {
    return result.read(json, new QmpType.Place(name, ""));
  }
}
