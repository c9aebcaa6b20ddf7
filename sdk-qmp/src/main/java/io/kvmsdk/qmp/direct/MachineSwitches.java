package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;

/** Stands a machine still, lets it go on, resets it; each waits until QEMU says that it is so. */
final class MachineSwitches {

  private MachineSwitches() {}

  static void suspend(Call call, Machine machine) {
    try (EventWait stop = machine.monitor().expect(event -> event.name().equals("STOP"))) {
      if (isRunning(call, machine)) {
        machine.monitor().ask(call, "stop");
        await(call, stop, "to stand still");
      }
    }
  }

  static void resume(Call call, Machine machine) {
    try (EventWait resume = machine.monitor().expect(event -> event.name().equals("RESUME"))) {
      if (isRunning(call, machine)) {
        return;
      }
      DomainState state = machine.state().current().state();
      if (!state.equals(DomainState.PAUSED)) {
        // QEMU would say that it must be reset, or woken.
        throw new InvalidStateException(call.context(), "paused", state.value());
      }
      machine.monitor().ask(call, "cont");
      await(call, resume, "to go on");
    }
  }

  static void reset(Call call, Machine machine) {
    try (EventWait reset = machine.monitor().expect(event -> event.name().equals("RESET"))) {
      machine.monitor().ask(call, "system_reset");
      await(call, reset, "to be reset");
    }
  }

  private static boolean isRunning(Call call, Machine machine) {
    return machine.monitor().ask(call, "query-status").path("running").asBoolean();
  }

  private static void await(Call call, EventWait event, String what) {
    if (event.await(call, call.deadline()).isEmpty()) {
      throw new TimedOutException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "QEMU was told " + what + " and had not done so after " + call.deadline().budget());
    }
  }
}
