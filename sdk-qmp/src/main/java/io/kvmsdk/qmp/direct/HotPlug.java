package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.call.Call;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.qmp.QmpEvent;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes devices out of a running machine, which the guest has to agree to. */
final class HotPlug {

  private final Monitor monitor;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  HotPlug(Monitor monitor) {
    this.monitor = monitor;
  }

  /**
   * Asks for a device and waits until the guest has let go of it. What stood behind the device is
   * cleared away by whoever observes the monitor, also when the guest lets go after the deadline.
   *
   * @param device its id
   * @param what such as {@code disk vdb}
   */
  void remove(Call call, String device, String what) {
    try (EventWait end = monitor.expect(event -> isGone(event, device) || refused(event, device))) {
      ask(call, device, what);
      Optional<QmpEvent> event = end.await(call, call.deadline());
      if (event.isEmpty()) {
        throw new TimedOutException(
            call.context().withOutcome(Outcome.UNKNOWN),
            "the guest has not let go of %s within %s; it is still there, and the guest may let go of it yet"
                .formatted(what, call.deadline().budget()));
      }
      asked.remove(device);
      if (refused(event.get(), device)) {
        throw new OperationFailedException(
            call.context(), "the guest refuses to let go of " + what + "; it is still there");
      }
    }
  }

  private void ask(Call call, String device, String what) {
    try {
      monitor.ask(call, "device_del", JsonNodeFactory.instance.objectNode().put("id", device));
      asked.add(device);
    } catch (NotFoundException e) {
      throw new NotFoundException(call.context(), "the machine has no " + what, e);
    } catch (OperationFailedException e) {
      // QEMU 6.1 and later refuse to ask again while the guest has not answered.
      if (!asked.contains(device)) {
        throw e;
      }
    }
  }

  /** The machine was reset: all that was asked for is forgotten, and what could go is gone. */
  void reset() {
    asked.clear();
  }

  static boolean isGone(QmpEvent event, String device) {
    return event.name().equals("DEVICE_DELETED")
        && event.data().path("device").asText().equals(device);
  }

  /** A guest that answers: by ACPI for CPUs and memory, by QEMU 6.2's own event for the others. */
  private static boolean refused(QmpEvent event, String device) {
    JsonNode data = event.data();
    return switch (event.name()) {
      case "DEVICE_UNPLUG_GUEST_ERROR", "MEM_UNPLUG_ERROR" ->
          data.path("device").asText().equals(device);
      case "ACPI_DEVICE_OST" ->
          data.path("info").path("device").asText().equals(device)
              && isEject(data.path("info").path("source").asInt())
              && isFailure(data.path("info").path("status").asInt());
      default -> false;
    };
  }

  /** ACPI's "eject request" and its answer by OSPM, see {@code _OST} in the specification. */
  private static boolean isEject(int source) {
    return source == 0x3 || source == 0x103;
  }

  /** Neither success nor "in progress". */
  private static boolean isFailure(int status) {
    return status != 0x0 && status != 0x84;
  }
}
