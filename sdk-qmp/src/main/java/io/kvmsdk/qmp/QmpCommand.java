package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A command as a value that knows its result. QEMU's are in {@code io.kvmsdk.qmp.command}, the
 * guest agent's in {@code io.kvmsdk.qmp.agent.command}; for any other, and for one of which the
 * types know too little, there is {@link #of}.
 *
 * @param <R> what QEMU answers
 */
public interface QmpCommand<R> {

  /** Any command, by its name, without arguments. */
  static QmpCommand<JsonNode> of(String name) {
    return of(name, Json.MAPPER.createObjectNode());
  }

  /**
   * Any command, by its name.
   *
   * @param arguments an object, which must not change any more
   */
  static QmpCommand<JsonNode> of(String name, JsonNode arguments) {
    return new AnyCommand(name, arguments);
  }

  /** QEMU's name of it, such as {@code query-status}. */
  String name();

  /** Its arguments, an object; empty where it has none. */
  JsonNode arguments();

  /**
   * The result.
   *
   * @param result what QEMU sent as {@code return}
   */
  R decode(JsonNode result);
}
