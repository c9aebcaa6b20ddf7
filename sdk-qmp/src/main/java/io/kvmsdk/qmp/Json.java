package io.kvmsdk.qmp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

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

  /** A command without an id. */
  static byte[] command(String name, JsonNode arguments) {
    return command("execute", name, arguments, -1);
  }

  /**
   * A command, with a line's end that QEMU does not need and people reading a trace do.
   *
   * @param how {@code execute} or {@code exec-oob}
   * @param id none if negative
   */
  static byte[] command(String how, String name, JsonNode arguments, int id) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder(128)) {
      try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
        json.writeStartObject();
        json.writeStringField(how, name);
        if (!arguments.isEmpty()) {
          json.writeFieldName("arguments");
          json.writeTree(arguments);
        }
        if (id >= 0) {
          json.writeNumberField("id", id);
        }
        json.writeEndObject();
        json.flush();
        bytes.append('\n');
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the arguments of " + name + " cannot be written as JSON", e);
    }
  }
}
