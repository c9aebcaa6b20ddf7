package io.kvmsdk.libvirt;

import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.ShutdownMode;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import java.time.Duration;

/** What a guest is asked to do, and does later: {@code virDomainShutdownFlags} and its like. */
final class LibvirtStops {

  /** {@code virDomainShutdownFlagValues}; those of {@code virDomainReboot} are the same. */
  private static final int ACPI_POWER_BUTTON = 1;

  private static final int GUEST_AGENT = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** How soon after its end a transient domain is looked for. */
  private static final Duration SOON = Duration.ofMillis(20);

  private final LibvirtCalls calls;
  private final LibvirtEvents events;
  private final Driver driver;

  LibvirtStops(LibvirtCalls calls, LibvirtEvents events, Driver driver) {
    this.calls = calls;
    this.events = events;
    this.driver = driver;
  }

  void shutdown(DomainCall call, ShutdownMode mode) {
    try (DomainWatch watch = events.watch(call.uuid())) {
      ask(call, mode, domain -> domain.shutdown(flags(mode)));
      String late = "the guest was asked and did not shut down";
      Awaiting.until(call, watch, PATIENCE, LibvirtStops::isStop, () -> isOff(call), () -> late);
      // A transient domain is told to have stopped a moment before it is gone.
      Awaiting.until(call, watch, SOON, signal -> isGone(call), () -> isGone(call), () -> late);
    }
  }

  void reboot(DomainCall call, ShutdownMode mode) {
    try (DomainWatch watch = events.watch(call.uuid())) {
      ask(call, mode, domain -> domain.reboot(flags(mode)));
      Awaiting.until(
          call,
          watch,
          PATIENCE,
          signal -> {
            if (isStop(signal)) {
              throw stopped(call);
            }
            return signal instanceof DomainSignal.Reboot;
          },
          () -> {
            if (isOff(call)) {
              throw stopped(call);
            }
            return false;
          },
          () -> "the guest was asked and did not reboot");
    }
  }

  private void ask(DomainCall call, ShutdownMode mode, LibvirtCalls.DomainAction action) {
    calls.change(
        call,
        domain -> {
          DomainState state = domain.state().state();
          if (!state.equals(DomainState.RUNNING)) {
            throw new InvalidStateException(call.context(), "running", state.value());
          }
          if (mode == ShutdownMode.AGENT) {
            AgentChannel.ask(call, domain, action);
          } else {
            action.run(domain);
          }
        });
  }

  private int flags(ShutdownMode mode) {
    if (driver.isTest()) {
      return 0; // knows one way only, and refuses to be told which
    }
    return mode == ShutdownMode.ACPI ? ACPI_POWER_BUTTON : GUEST_AGENT;
  }

  private static boolean isStop(DomainSignal signal) {
    return signal instanceof DomainSignal.Lifecycle l
        && l.event() == DomainSignal.Lifecycle.STOPPED;
  }

  private boolean isOff(DomainCall call) {
    try {
      return calls.read(call, domain -> !domain.state().state().isActive());
    } catch (NotFoundException e) {
      return true; // it was transient
    }
  }

  private boolean isGone(DomainCall call) {
    try {
      return calls.read(call, domain -> !domain.state().state().isActive() && domain.persistent());
    } catch (NotFoundException e) {
      return true;
    }
  }

  private static OperationFailedException stopped(DomainCall call) {
    return new OperationFailedException(
        call.context().withOutcome(Outcome.APPLIED),
        "the guest went down and the machine stopped instead of beginning anew: see on_reboot of its"
            + " definition");
  }
}
