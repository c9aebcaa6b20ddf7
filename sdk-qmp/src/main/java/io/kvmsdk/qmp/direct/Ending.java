package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.StateReason;
import io.kvmsdk.event.LifecycleReason;
import java.util.Optional;

/**
 * Why a machine is off.
 *
 * @param state as the domain's state says it
 * @param event as the event says it
 * @param detail the end of QEMU's log where it died
 */
record Ending(StateReason state, LifecycleReason event, Optional<String> detail) {

  /** It was never started, or nobody knows any more. */
  static final Ending UNKNOWN =
      new Ending(StateReason.UNKNOWN, LifecycleReason.UNKNOWN, Optional.empty());

  /** It could not be started. */
  static Ending failed(String log) {
    return new Ending(
        StateReason.FAILED,
        LifecycleReason.FAILED,
        Optional.of(log).filter(text -> !text.isBlank()));
  }

  static final Ending DESTROYED =
      new Ending(StateReason.DESTROYED, LifecycleReason.DESTROYED, Optional.empty());

  private static final Ending SHUTDOWN =
      new Ending(StateReason.SHUTDOWN, LifecycleReason.SHUTDOWN, Optional.empty());

  /**
   * By QEMU's own word.
   *
   * @param cause a {@code ShutdownCause} such as {@code guest-shutdown}; empty where QEMU ended
   *     without one, which is a crash
   * @param panicked whether the guest's kernel had panicked
   */
  static Ending of(String cause, boolean panicked, String log) {
    if (cause.isEmpty() || panicked || cause.equals("guest-panic")) {
      return new Ending(
          StateReason.CRASHED,
          LifecycleReason.CRASHED,
          Optional.of(log).filter(text -> !text.isBlank()));
    }
    // A signal or a quit of somebody else's does not ask the guest.
    return cause.startsWith("host-") ? DESTROYED : SHUTDOWN;
  }

  /** For a file: the reason on the first line, the detail below it. */
  String toText() {
    return state.value() + "\n" + detail.orElse("");
  }

  /** What {@link #toText} wrote; a damaged text is an unknown end. */
  static Ending fromText(String text) {
    int end = text.indexOf('\n');
    if (end < 0) {
      return UNKNOWN;
    }
    String reason = text.substring(0, end);
    return new Ending(
        new StateReason(reason),
        new LifecycleReason(reason),
        Optional.of(text.substring(end + 1)).filter(detail -> !detail.isEmpty()));
  }
}
