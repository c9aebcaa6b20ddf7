package io.kvmsdk.testkit;

import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;

/**
 * Asks a guest to let go of something, and waits for what it does. Guarded by the monitor of its
 * domain.
 */
final class FakeUnplug {

  private final FakeDomain domain;
  private final FakeMachine machine;
  private boolean released;
  private String rejected = "";

  private FakeUnplug(FakeDomain domain, FakeMachine machine) {
    this.domain = domain;
    this.machine = machine;
  }

  /**
   * Returns when the guest has let go.
   *
   * @param late what to say where the deadline passed first
   * @param release takes the thing out of the machine; called when the guest lets go, which may be
   *     after the deadline
   */
  static void await(
      FakeCall call, FakeDomain domain, FakeMachine machine, String late, Runnable release) {
    new FakeUnplug(domain, machine).await(call, late, release);
  }

  private void await(FakeCall call, String late, Runnable release) {
    machine
        .os()
        .askToRelease(
            () -> {
              release.run();
              released = true;
            },
            reason -> rejected = reason);
    if (!domain.monitor().await(call, this::isOver)) {
      throw call.late(Outcome.UNKNOWN, late + " yet; it is still there");
    }
    if (!rejected.isEmpty()) {
      throw new OperationFailedException(
          call.context().withNativeCode("DEVICE_UNPLUG_GUEST_ERROR"),
          "the guest refused: " + rejected);
    }
    if (!released) {
      throw new InvalidStateException(
          call.context().withOutcome(Outcome.UNKNOWN), "running", "off: the machine stopped");
    }
  }

  private boolean isOver() {
    return released || !rejected.isEmpty() || !domain.runs(machine);
  }
}
