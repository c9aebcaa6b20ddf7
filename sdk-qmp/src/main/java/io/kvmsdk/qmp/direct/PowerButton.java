package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.call.Call;
import io.kvmsdk.domain.ShutdownMode;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.qmp.QmpCommand;
import io.kvmsdk.qmp.QmpEvent;

/** Asks a guest to shut down or to boot again, and waits until it has. */
final class PowerButton {

  private PowerButton() {}

  static void shutdown(Call call, Running running, ShutdownMode mode) {
    Machine machine = machine(call, running);
    // Of a machine that stays, or boots again, the guest's shutdown is all that there is to wait
    // for.
    boolean ends = Policies.endsAfterShutdown(machine.live());
    try (EventWait off = machine.monitor().expect(event -> !ends && isGuestsShutdown(event))) {
      Policies.disarm(call, machine);
      if (mode == ShutdownMode.ACPI) {
        machine.monitor().ask(call, "system_powerdown");
      } else {
        QmpAgent.agent(call, machine)
            .executeWithoutReply(guestShutdown("powerdown"), QmpAgent.PATIENCE, call);
      }
      if (ends) {
        awaitEnd(call, running, "the guest was asked to shut down and may do it yet");
      } else {
        await(call, off, "the guest was asked to shut down and may do it yet");
      }
    }
  }

  static void reboot(Call call, Running running, ShutdownMode mode) {
    Machine machine = machine(call, running);
    String awaited = mode == ShutdownMode.ACPI ? "RESUME" : "RESET";
    try (EventWait begun = machine.monitor().expect(event -> event.name().equals(awaited))) {
      if (mode == ShutdownMode.ACPI) {
        // ACPI has no button for it: the guest shuts down, is reset and goes on.
        Policies.armReboot(call, machine);
        machine.monitor().ask(call, "system_powerdown");
      } else {
        QmpAgent.agent(call, machine)
            .executeWithoutReply(guestShutdown("reboot"), QmpAgent.PATIENCE, call);
      }
      await(call, begun, "the guest was asked to reboot and may do it yet");
    }
  }

  private static Machine machine(Call call, Running running) {
    return running
        .machine()
        .orElseThrow(
            () -> new ConnectionLostException(call.context(), "its monitor does not answer"));
  }

  private static boolean isGuestsShutdown(QmpEvent event) {
    return event.name().equals("SHUTDOWN") && event.data().path("guest").asBoolean();
  }

  private static QmpCommand<JsonNode> guestShutdown(String mode) {
    return QmpCommand.of("guest-shutdown", JsonNodeFactory.instance.objectNode().put("mode", mode));
  }

  private static void await(Call call, EventWait event, String state) {
    if (event.await(call, call.deadline()).isEmpty()) {
      throw tooLate(call, state);
    }
  }

  /** Waits until the machine is off and says so. */
  static void awaitEnd(Call call, Running running, String state) {
    if (running.awaitEnd(call).isEmpty()) {
      throw tooLate(call, state);
    }
  }

  private static TimedOutException tooLate(Call call, String state) {
    return new TimedOutException(
        call.context().withOutcome(Outcome.UNKNOWN),
        "not done after " + call.deadline().budget() + ": " + state);
  }
}
