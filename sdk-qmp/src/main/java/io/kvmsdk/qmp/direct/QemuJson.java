package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One JSON object for QEMU, on the command line or over QMP; the members keep their order. */
final class QemuJson {

  /**
   * Writes ASCII only: a JVM in a locale without UTF-8 would turn other characters of a process's
   * arguments into question marks.
   */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final ObjectNode node = MAPPER.createObjectNode();

  private QemuJson() {}

  static QemuJson object() {
    return new QemuJson();
  }

  /** A device's front end, for {@code -device} and {@code device_add}. */
  static QemuJson device(String driver, String id) {
    return object().put("driver", driver).put("id", id);
  }

  /** A QOM object, for {@code -object} and {@code object-add}. */
  static QemuJson qom(String type, String id) {
    return object().put("qom-type", type).put("id", id);
  }

  QemuJson put(String key, String value) {
    node.put(key, value);
    return this;
  }

  QemuJson put(String key, long value) {
    node.put(key, value);
    return this;
  }

  QemuJson put(String key, boolean value) {
    node.put(key, value);
    return this;
  }

  QemuJson put(String key, ObjectNode value) {
    node.set(key, value);
    return this;
  }

  QemuJson putNull(String key) {
    node.putNull(key);
    return this;
  }

  /** Puts a value if there is one: a number or a boolean as such, all else as it prints. */
  QemuJson put(String key, Optional<?> value) {
    if (value.isPresent()) {
      Object it = value.get();
      if (it instanceof Boolean flag) {
        node.put(key, flag.booleanValue());
      } else if (it instanceof Integer || it instanceof Long) {
        node.put(key, ((Number) it).longValue());
      } else if (it instanceof Optional) {
        throw new IllegalStateException(key + " is an option of an option");
      } else {
        node.put(key, it.toString());
      }
    }
    return this;
  }

  /** Puts {@code on} or {@code off}, for QEMU's properties that may be {@code auto} as well. */
  QemuJson onOff(String key, Optional<Boolean> value) {
    return put(key, value.map(OptionText::onOff));
  }

  ObjectNode node() {
    return node;
  }

  /** The object as one argument of a command line. */
  static String text(ObjectNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings, numbers and booleans is JSON", e);
    }
  }
}
