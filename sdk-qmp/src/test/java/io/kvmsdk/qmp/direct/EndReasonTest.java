package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.error.ErrorContext;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class EndReasonTest {

  private static final String RUNS =
      "9@17.0:runstate_set current_run_state 6 (prelaunch) new_state 9 (running)";
  private static final String STOPS =
      "9@18.0:runstate_set current_run_state 9 (running) new_state 11 (shutdown)";
  private static final String SIGNAL =
      "2026-11-23T04:44:22.473023Z qemu-system-x86_64: terminating on signal 15 from pid 1 (init)";

  @Test
  void aGuestThatWentDownBeforeItWasToldToQuitWentDownItself() {
    assertThat(reason(RUNS, request(6), STOPS, SIGNAL)).isEqualTo(EndReason.GUEST_SHUTDOWN);
    assertThat(reason(RUNS, request(6), STOPS, request(2))).isEqualTo(EndReason.GUEST_SHUTDOWN);
  }

  @Test
  void whatRanAgainDidNotEnd() {
    assertThat(reason(RUNS, request(6), STOPS, RUNS)).isEqualTo(EndReason.KILLED);
    assertThat(reason(RUNS, request(6), STOPS, RUNS, SIGNAL)).isEqualTo(EndReason.HOST_SIGNAL);
  }

  @Test
  void wordsOfItsOwnAreNoReasons() {
    assertThat(reason()).isEqualTo(EndReason.KILLED);
    assertThat(reason(RUNS, "qemu-system-x86_64: warning: not terminating on signal 15"))
        .isEqualTo(EndReason.KILLED);
    assertThat(reason(RUNS, request(99))).isEqualTo(EndReason.UNKNOWN);
    assertThat(reason(RUNS, request(8), STOPS)).isEqualTo(EndReason.GUEST_PANIC);
  }

  @Test
  void withoutALogNothingIsKnown() {
    MachineFolder nowhere = new MachineFolder(Path.of("/nonexistent"), UUID.randomUUID());
    assertThat(EndReason.of(ErrorContext.of("connect", "x"), nowhere)).isEqualTo(EndReason.UNKNOWN);
  }

  private static String request(int cause) {
    return "9@17.5:qemu_system_shutdown_request reason=" + cause;
  }

  private static EndReason reason(String... lines) {
    return EndReason.of(new LogTail(List.of(lines)));
  }
}
