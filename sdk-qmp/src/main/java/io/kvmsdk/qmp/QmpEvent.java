package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Something that happened in QEMU. What QEMU's schema has is of a type of its own in {@code
 * io.kvmsdk.qmp.event}, all else an {@link UnknownEvent}:
 *
 * <pre>{@code
 * client.subscribe(event -> {
 *   if (event instanceof BlockJobReadyEvent ready) complete(ready.device());
 * });
 * }</pre>
 *
 * <p>Immutable.
 */
public abstract class QmpEvent extends QmpObject {

  private final String name;
  private final Instant timestamp;

  /**
   * For the generated events.
   *
   * @param data nobody may change it any more
   */
  protected QmpEvent(QmpType<? extends QmpObject> type, ObjectNode data, Instant timestamp) {
    this(type.name(), type, data, timestamp);
  }

  QmpEvent(String name, QmpType<? extends QmpObject> type, ObjectNode data, Instant timestamp) {
    super(type, data);
    this.name = name;
    this.timestamp = timestamp;
  }

  /** An event as QEMU would tell it, for tests of what listens. */
  public static QmpEvent of(String name, JsonNode data, Instant timestamp) {
    return make(name, TYPE.of(data).toJson(), timestamp);
  }

  static QmpEvent decode(JsonNode message) {
    JsonNode time = message.path("timestamp");
    long seconds = time.path("seconds").asLong(-1);
    // QEMU writes -1 where it could not read its clock.
    Instant timestamp =
        seconds < 0
            ? Instant.now()
            : Instant.ofEpochSecond(seconds, time.path("microseconds").asLong(0) * 1000);
    return make(
        message.path("event").asText(),
        message.path("data") instanceof ObjectNode data ? data : Json.MAPPER.createObjectNode(),
        timestamp);
  }

  private static QmpEvent make(String name, ObjectNode data, Instant timestamp) {
    return Known.TYPES
        .make(name, data, timestamp)
        .orElseGet(() -> new UnknownEvent(name, data, timestamp));
  }

  /** QEMU's name of it, such as {@code DEVICE_DELETED}. */
  public final String name() {
    return name;
  }

  /** A copy of what it tells; empty where it tells nothing more. */
  public final JsonNode data() {
    return toJson();
  }

  /** When it happened by QEMU's clock; where QEMU could not tell, when it was received. */
  public final Instant timestamp() {
    return timestamp;
  }

  /** Whether the other is the same event of the same time, with the same members and values. */
  @Override
  public final boolean equals(Object other) {
    return super.equals(other)
        && ((QmpEvent) other).name.equals(name)
        && ((QmpEvent) other).timestamp.equals(timestamp);
  }

  @Override
  public final int hashCode() {
    return 31 * super.hashCode() + timestamp.hashCode();
  }

  /** The events that have a type; found by {@link ServiceLoader}, for they lie above this. */
  public interface Types {

    /**
     * Makes an event.
     *
     * @param data nobody may change it any more
     * @return empty if there is no type for it
     */
    Optional<QmpEvent> make(String name, ObjectNode data, Instant timestamp);
  }

  /** Loaded with the first event. */
  private static final class Known {

    static final Types TYPES =
        ServiceLoader.load(Types.class, QmpEvent.class.getClassLoader()).findFirst().orElseThrow();
  }
}
