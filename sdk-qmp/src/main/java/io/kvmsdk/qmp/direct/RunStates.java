package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.StateReason;

/**
 * QEMU's run state in the words of the SDK.
 *
 * @see <a href="https://www.qemu.org/docs/master/interop/qemu-qmp-ref.html">RunState</a>
 */
record RunStates(DomainState state, StateReason reason) {

  /** QEMU runs, and its monitor does not answer. */
  static final RunStates UNRESPONSIVE =
      new RunStates(new DomainState("unresponsive"), StateReason.UNKNOWN);

  /**
   * What {@code query-status} says.
   *
   * @param status such as {@code prelaunch}; a word of a newer QEMU's is taken for a kind of pause
   */
  static RunStates of(String status) {
    return switch (status) {
      case "running" -> new RunStates(DomainState.RUNNING, StateReason.UNKNOWN);
      case "prelaunch", "inmigrate", "restore-vm" ->
          new RunStates(DomainState.PAUSED, StateReason.STARTING_UP);
      case "io-error" -> new RunStates(DomainState.PAUSED, StateReason.IO_ERROR);
      case "watchdog" -> new RunStates(DomainState.PAUSED, StateReason.WATCHDOG);
      case "suspended" -> new RunStates(DomainState.PMSUSPENDED, StateReason.UNKNOWN);
      case "shutdown" -> new RunStates(DomainState.SHUTDOWN, StateReason.UNKNOWN);
      case "guest-panicked" -> new RunStates(DomainState.CRASHED, StateReason.CRASHED);
      case "internal-error" -> new RunStates(DomainState.PAUSED, StateReason.FAILED);
      case "paused" -> new RunStates(DomainState.PAUSED, StateReason.USER);
      default -> new RunStates(DomainState.PAUSED, StateReason.UNKNOWN);
    };
  }
}
