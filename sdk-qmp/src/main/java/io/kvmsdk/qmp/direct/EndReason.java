package io.kvmsdk.qmp.direct;

import io.kvmsdk.error.ErrorContext;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a QEMU ended, as far as it told its log while nobody was there to hear its events. */
enum EndReason {
  /** The guest shut itself down, asked or not. */
  GUEST_SHUTDOWN("guest-shutdown"),
  /** The machine was reset, and was started such that a reset ends it. */
  RESET("guest-reset"),
  /** The guest's kernel panicked, and the machine was started such that this ends it. */
  GUEST_PANIC("guest-panic"),
  /** A process of the host sent a signal that QEMU could answer. */
  HOST_SIGNAL("host-signal"),
  /** A client of its monitor told it to quit. */
  HOST_QUIT("host-qmp-quit"),
  /** QEMU met an error that it ended itself for. */
  HOST_ERROR("host-error"),
  /** It ended without a word: killed, or crashed. */
  KILLED(""),
  /** There is no log, or it tells a reason that has no name here. */
  UNKNOWN("none");

  /** What QEMU must be told to put on its log: QEMU 7.2 or later. */
  static final List<String> QEMU_OPTIONS =
      List.of("-trace", "enable=qemu_system_shutdown_request", "-trace", "enable=runstate_set");

  private static final Pattern REQUEST =
      Pattern.compile("[\\d@.:]*qemu_system_shutdown_request reason=(\\d+)");
  private static final Pattern STATE =
      Pattern.compile("[\\d@.:]*runstate_set current_run_state .* new_state \\d+ \\((.*)\\)");
  private static final Pattern SIGNAL = Pattern.compile("\\S* ?\\S+: terminating on signal \\d+.*");

  /** QAPI's {@code ShutdownCause}, which only ever grows at its end. */
  private static final Map<String, EndReason> CAUSES =
      Map.of(
          "1", HOST_ERROR,
          "2", HOST_QUIT,
          "3", RESET,
          "4", HOST_SIGNAL,
          "6", GUEST_SHUTDOWN,
          "7", RESET,
          "8", GUEST_PANIC);

  private final String cause;

  EndReason(String cause) {
    this.cause = cause;
  }

  /** QAPI's {@code ShutdownCause}, as a monitor's client would have heard it; empty if killed. */
  String cause() {
    return cause;
  }

  /** Why the QEMU that ran last for a folder ended. */
  static EndReason of(ErrorContext context, MachineFolder folder) {
    return folder.has(MachineFile.LOG) ? of(folder.log(context)) : UNKNOWN;
  }

  /** The first cause counts: what shut down is told to quit afterwards. */
  static EndReason of(LogTail log) {
    EndReason reason = KILLED;
    for (String line : log.lines()) {
      Matcher request = REQUEST.matcher(line);
      Matcher state = STATE.matcher(line);
      if (state.matches() && state.group(1).equals("running")) {
        reason = KILLED;
      } else if (reason != KILLED) {
        continue;
      } else if (request.matches()) {
        reason = CAUSES.getOrDefault(request.group(1), UNKNOWN);
      } else if (SIGNAL.matcher(line).matches()) {
        reason = HOST_SIGNAL;
      } else if (state.matches() && state.group(1).equals("shutdown")) {
        reason = RESET;
      }
    }
    return reason;
  }
}
