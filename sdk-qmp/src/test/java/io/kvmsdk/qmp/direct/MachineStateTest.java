package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.StartMode;
import io.kvmsdk.domain.StateReason;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.DomainRebootEvent;
import io.kvmsdk.event.Event;
import io.kvmsdk.qmp.QmpEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MachineStateTest {

  private final List<Event> told = new ArrayList<>();
  private final MachineState state =
      new MachineState(new DomainRef(UUID.randomUUID(), "web-1"), told::add);

  private void happens(String name, String data) {
    try {
      state.happened(QmpEvent.of(name, new ObjectMapper().readTree(data), Instant.now()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private void happens(String name) {
    happens(name, "{}");
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    for (Event event : told) {
      if (event instanceof DomainLifecycleEvent life) {
        words.add(life.kind() + " " + life.reason());
      } else {
        assertThat(event).isInstanceOf(DomainRebootEvent.class);
        words.add("reboot");
      }
    }
    told.clear();
    return words;
  }

  private void is(DomainState expected, StateReason reason) {
    assertThat(state.current()).isEqualTo(new RunStates(expected, reason));
  }

  private void started() {
    assertThat(state.started(StartMode.RUNNING)).isTrue();
    happens("RESUME");
    assertThat(words()).containsExactly("started booted");
    is(DomainState.RUNNING, StateReason.BOOTED);
  }

  @Test
  void whatComesBeforeTheStartIsPartOfIt() {
    happens("STOP");
    happens("RESUME");
    assertThat(told).isEmpty();
    started();
  }

  @Test
  void aMachineThatWaits() {
    state.started(StartMode.PAUSED);
    assertThat(words()).containsExactly("started booted", "suspended paused");
    is(DomainState.PAUSED, StateReason.STARTING_UP);
    happens("RESUME");
    assertThat(words()).containsExactly("resumed unpaused");
    is(DomainState.RUNNING, StateReason.UNPAUSED);
  }

  @Test
  void standsStillForOneReasonOrAnother() {
    started();
    happens("STOP");
    happens("STOP");
    is(DomainState.PAUSED, StateReason.USER);
    happens("RESUME");
    happens("BLOCK_IO_ERROR", "{\"action\": \"report\"}");
    happens("STOP");
    is(DomainState.PAUSED, StateReason.USER);
    happens("RESUME");
    happens("BLOCK_IO_ERROR", "{\"action\": \"stop\"}");
    happens("STOP");
    is(DomainState.PAUSED, StateReason.IO_ERROR);
    happens("RESUME");
    happens("WATCHDOG", "{\"action\": \"pause\"}");
    happens("STOP");
    is(DomainState.PAUSED, StateReason.WATCHDOG);
    assertThat(words())
        .containsExactly(
            "suspended paused",
            "resumed unpaused",
            "suspended paused",
            "resumed unpaused",
            "suspended io-error",
            "resumed unpaused",
            "suspended watchdog");
  }

  @Test
  void aGuestShutsDown() {
    started();
    happens("POWERDOWN");
    happens("SHUTDOWN", "{\"guest\": true, \"reason\": \"guest-shutdown\"}");
    is(DomainState.SHUTDOWN, StateReason.UNKNOWN);
    Ending ending = state.ended(EndReason.KILLED, "log");
    state.tellEnd(ending);
    assertThat(ending.state()).isEqualTo(StateReason.SHUTDOWN);
    assertThat(ending.detail()).isEmpty();
    assertThat(words()).containsExactly("shutdown guest", "stopped shutdown");
  }

  @Test
  void somebodyPullsThePlug() {
    started();
    state.destroying();
    happens("SHUTDOWN", "{\"guest\": false, \"reason\": \"host-signal\"}");
    state.tellEnd(state.ended(EndReason.HOST_SIGNAL, "log"));
    assertThat(words()).containsExactly("stopped destroyed");
  }

  @Test
  void qemuIsKilled() {
    started();
    Ending ending = state.ended(EndReason.KILLED, "the end of the log");
    state.tellEnd(ending);
    assertThat(ending.state()).isEqualTo(StateReason.CRASHED);
    assertThat(ending.detail()).contains("the end of the log");
    assertThat(words()).containsExactly("stopped crashed");
  }

  @Test
  void anotherClientTellsQemuToQuit() {
    started();
    happens("SHUTDOWN", "{\"guest\": false, \"reason\": \"host-qmp-quit\"}");
    state.tellEnd(state.ended(EndReason.KILLED, ""));
    assertThat(words()).containsExactly("shutdown host", "stopped destroyed");
  }

  @Test
  void aGuestPanicsAndItsMachineGoes() {
    started();
    happens("GUEST_PANICKED", "{\"action\": \"poweroff\"}");
    is(DomainState.CRASHED, StateReason.CRASHED);
    happens("SHUTDOWN", "{\"guest\": true, \"reason\": \"guest-panic\"}");
    Ending ending = state.ended(EndReason.GUEST_PANIC, "log");
    state.tellEnd(ending);
    assertThat(words()).containsExactly("crashed panicked", "shutdown guest", "stopped crashed");
  }

  @Test
  void aGuestRebootsByItself() {
    started();
    happens("RESET", "{\"guest\": true, \"reason\": \"guest-reset\"}");
    assertThat(words()).containsExactly("reboot");
    is(DomainState.RUNNING, StateReason.BOOTED);
  }

  @Test
  void aRebootByWayOfAShutdownIsAReboot() {
    started();
    state.rebootAtShutdown(true);
    happens("STOP");
    happens("RESUME");
    assertThat(words()).containsExactly("suspended paused", "resumed unpaused");
    happens("SHUTDOWN", "{\"guest\": true, \"reason\": \"guest-shutdown\"}");
    assertThat(state.isRebooting()).isTrue();
    happens("STOP");
    happens("RESET", "{\"guest\": false, \"reason\": \"host-qmp-system-reset\"}");
    happens("RESUME");
    assertThat(state.isRebooting()).isFalse();
    assertThat(words()).containsExactly("reboot");
    is(DomainState.RUNNING, StateReason.BOOTED);
  }

  @Test
  void aSignalEndsAMachineThatWasToReboot() {
    started();
    state.rebootAtShutdown(true);
    happens("SHUTDOWN", "{\"guest\": false, \"reason\": \"host-signal\"}");
    assertThat(state.isRebooting()).isFalse();
    assertThat(words()).containsExactly("shutdown host");
  }

  @Test
  void sleepsAndWakes() {
    started();
    happens("SUSPEND");
    is(DomainState.PMSUSPENDED, StateReason.UNKNOWN);
    happens("WAKEUP");
    is(DomainState.RUNNING, StateReason.WAKEUP);
    assertThat(words()).containsExactly("pmsuspended unknown", "resumed wakeup");
  }

  @Test
  void whatDidNotStartIsNotToldOfAndFailed() {
    Ending ending = state.ended(EndReason.KILLED, "no such machine");
    state.tellEnd(ending);
    assertThat(ending.state()).isEqualTo(StateReason.FAILED);
    assertThat(state.started(StartMode.RUNNING)).isFalse();
    assertThat(told).isEmpty();
  }

  @Test
  void anEndingSurvivesItsFile() {
    Ending ending = Ending.of("", false, "two\nlines");
    assertThat(Ending.fromText(ending.toText())).isEqualTo(ending);
    assertThat(Ending.fromText(Ending.DESTROYED.toText())).isEqualTo(Ending.DESTROYED);
    assertThat(Ending.fromText("damaged")).isEqualTo(Ending.UNKNOWN);
  }
}
