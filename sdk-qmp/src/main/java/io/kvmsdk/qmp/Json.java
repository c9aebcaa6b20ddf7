package io.kvmsdk.qmp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /**
   * A copy that is nobody else's, with integers as the parser makes them, so that what is built
   * equals what is read.
   */
  static JsonNode copy(JsonNode json) {
    if (json instanceof ObjectNode object) {
      ObjectNode copy = MAPPER.createObjectNode();
      object.properties().forEach(member -> copy.set(member.getKey(), copy(member.getValue())));
      return copy;
    } else if (json instanceof ArrayNode array) {
      ArrayNode copy = MAPPER.createArrayNode();
      array.forEach(item -> copy.add(copy(item)));
      return copy;
    } else if (json.isIntegralNumber() && json.canConvertToLong()) {
      return number(json.longValue());
    }
    return json;
  }

  /** An integer as the parser makes it. */
  static JsonNode number(long value) {
    return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }
}
