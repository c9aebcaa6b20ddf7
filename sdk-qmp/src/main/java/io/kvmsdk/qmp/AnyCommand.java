package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;

/** A command without a type of its own. Its arguments may hold a secret: no text shows them. */
record AnyCommand(String name, JsonNode arguments) implements QmpCommand<JsonNode> {

  AnyCommand {
    if (!arguments.isObject()) {
      throw new IllegalArgumentException("the arguments of " + name + " are a JSON object");
    }
  }

  @Override
  public JsonNode decode(JsonNode result) {
    return result;
  }

  @Override
  public String toString() {
    return name;
  }
}
