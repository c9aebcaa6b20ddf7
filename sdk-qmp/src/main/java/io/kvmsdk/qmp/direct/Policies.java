package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.call.Call;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.LifecycleAction;

/**
 * What becomes of a machine whose guest ends, where that needs more than QEMU's {@code -action}: to
 * boot again after a shutdown or a panic, QEMU stops, is reset and goes on.
 */
final class Policies {

  private Policies() {}

  /** Whether a guest that shuts down boots again, by its definition. */
  static boolean restartsAfterShutdown(DomainDefinition definition) {
    return definition.onPoweroff().filter(LifecycleAction.RESTART::equals).isPresent();
  }

  /** Whether the machine is gone when its guest has shut down, by its definition. */
  static boolean endsAfterShutdown(DomainDefinition definition) {
    return definition.onPoweroff().orElse(LifecycleAction.DESTROY).equals(LifecycleAction.DESTROY);
  }

  /** Tells a machine's state what its definition wants. */
  static void arm(MachineState state, DomainDefinition definition) {
    state.rebootAtShutdown(restartsAfterShutdown(definition));
    state.rebootAtPanic(definition.onCrash().filter(LifecycleAction.RESTART::equals).isPresent());
  }

  /** Takes over a machine that was found running, and does what nobody was there to do. */
  static void adopt(Call call, MachineState state, Machine machine) {
    arm(state, machine.live());
    switch (machine.status(call)) {
      case "shutdown" -> {
        if (restartsAfterShutdown(machine.live())) {
          resetAndGoOn(call, machine);
        } else if (endsAfterShutdown(machine.live())) {
          // It was to be rebooted by a process that is gone: the guest is off, and so is the
          // machine.
          machine.monitor().ask(call, "quit");
        }
      }
      case "guest-panicked" -> {
        if (machine.live().onCrash().filter(LifecycleAction.RESTART::equals).isPresent()) {
          resetAndGoOn(call, machine);
        }
      }
      default -> {
        if (endsAfterShutdown(machine.live())) {
          action(call, machine, "poweroff");
        }
      }
    }
  }

  private static void resetAndGoOn(Call call, Machine machine) {
    try (EventWait reset = machine.monitor().expect(event -> event.name().equals("RESET"))) {
      machine.monitor().ask(call, "system_reset");
      if (reset.await(call, call.deadline()).isPresent()) {
        machine.monitor().ask(call, "cont");
      }
    }
  }

  /** The next shutdown of the guest is a reboot. */
  static void armReboot(Call call, Machine machine) {
    if (endsAfterShutdown(machine.live())) {
      action(call, machine, "pause");
      machine.state().rebootAtShutdown(true);
    }
  }

  /** A shutdown of the guest is what its definition says again. */
  static void disarm(Call call, Machine machine) {
    if (endsAfterShutdown(machine.live())) {
      machine.state().rebootAtShutdown(false);
      action(call, machine, "poweroff");
    }
  }

  private static void action(Call call, Machine machine, String atShutdown) {
    machine
        .monitor()
        .ask(call, "set-action", JsonNodeFactory.instance.objectNode().put("shutdown", atShutdown));
  }
}
