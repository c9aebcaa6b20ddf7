package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Something that happened in QEMU.
 *
 * @param name QEMU's name of it, such as {@code DEVICE_DELETED}
 * @param data what it tells, an object; empty where it tells nothing more
 * @param timestamp when it happened by QEMU's clock; where QEMU could not tell, when it was
 *     received
 */
public record QmpEvent(String name, JsonNode data, Instant timestamp) {

  static QmpEvent decode(JsonNode message) {
    JsonNode time = message.path("timestamp");
    long seconds = time.path("seconds").asLong(-1);
    // QEMU writes -1 where it could not read its clock.
    Instant timestamp =
        seconds < 0
            ? Instant.now()
            : Instant.ofEpochSecond(seconds, time.path("microseconds").asLong(0) * 1000);
    JsonNode data = message.path("data");
    return new QmpEvent(
        message.path("event").asText(),
        data.isMissingNode() ? Json.MAPPER.createObjectNode() : data,
        timestamp);
  }
}
