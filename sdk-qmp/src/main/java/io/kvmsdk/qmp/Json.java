package io.kvmsdk.qmp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The one way JSON is read and written here. */
final class Json {

  /** A message may be one long string (a file out of the guest); the framer bounds its size. */
  static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .build();

  private Json() {}

  /** A command, with a line's end that QEMU does not need and people reading a trace do. */
  static byte[] command(String name, @Nullable JsonNode arguments, @Nullable String id) {
    ObjectNode command = MAPPER.createObjectNode().put("execute", name);
    if (arguments != null && !arguments.isEmpty()) {
      command.set("arguments", arguments);
    }
    if (id != null) {
      command.put("id", id);
    }
    try {
      byte[] json = MAPPER.writeValueAsBytes(command);
      byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
      line[json.length] = '\n';
      return line;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the arguments of " + name + " cannot be written as JSON", e);
    }
  }
}
