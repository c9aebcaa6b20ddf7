package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.libvirt.DomainSignal.Lifecycle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for what is told later, and changing the one after the other. */
@Timeout(30)
class WaitingTest {

  private static final DomainRef WEB = new DomainRef(UUID.randomUUID(), "web-1");
  private static final DomainRef OTHER = new DomainRef(UUID.randomUUID(), "other");
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final DomainWatch watch = new DomainWatch(WEB.uuid(), w -> {});

  private static DomainCall call(Duration timeout) {
    return DomainCall.within(timeout, "domain.shutdown", WEB);
  }

  private static Lifecycle signal(DomainRef domain, int event) {
    return new Lifecycle(Instant.now(), domain, event, 0);
  }

  @Test
  void whatIsToldOfTheDomainEndsTheWait() {
    watch.offer(signal(OTHER, 5));
    watch.offer(signal(WEB, 3));
    watch.offer(signal(WEB, 5));
    List<Integer> seen = new ArrayList<>();
    Awaiting.until(
        call(LONG),
        watch,
        LONG,
        s -> {
          seen.add(((Lifecycle) s).event());
          return ((Lifecycle) s).event() == 5;
        },
        () -> false,
        () -> "late");
    assertThat(seen).containsExactly(3, 5);
  }

  @Test
  void anEventThatIsLostIsMadeUpForByAsking() {
    AtomicInteger asked = new AtomicInteger();
    Awaiting.until(
        call(LONG), watch, SHORT, s -> false, () -> asked.incrementAndGet() == 3, () -> "late");
    assertThat(asked).hasValue(3);
  }

  @Test
  void theDeadlineSaysHowFarItCame() {
    assertThatThrownBy(() ->
            Awaiting.until(
                call(Duration.ofMillis(120)),
                watch,
                SHORT,
                s -> false,
                () -> false,
                () -> "the guest did not do it"))
        .isInstanceOf(TimedOutException.class)
        .hasMessageContaining("the guest did not do it within 0.12 s")
        .satisfies(e -> assertThat(((HypervisorException) e).outcome()).isEqualTo(Outcome.UNKNOWN));
  }

  @Test
  void aConnectionThatBreaksMeanwhileLeavesTheOutcomeOpen() {
    DomainCall call = call(LONG);
    watch.wake();
    assertThatThrownBy(() ->
            Awaiting.until(
                call,
                watch,
                LONG,
                s -> false,
                () -> {
                  throw new ConnectionLostException(call.context(), "closed");
                },
                () -> "late"))
        .isInstanceOf(ConnectionLostException.class)
        .satisfies(e -> assertThat(((HypervisorException) e).outcome()).isEqualTo(Outcome.UNKNOWN));
  }

  @Test
  void anInterruptEndsTheWait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () -> Awaiting.until(call(LONG), watch, LONG, s -> false, () -> false, () -> ""))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aWatchKeepsWhatCameLast() {
    for (int i = 0; i < 1000; i++) {
      watch.offer(signal(WEB, i));
    }
    Lifecycle first = (Lifecycle) watch.next(call(LONG), SHORT).orElseThrow();
    assertThat(first.event()).isEqualTo(1000 - 256);
  }

  @Test
  void theMachineIsChangedBeforeItsDefinition() {
    List<String> done = new ArrayList<>();
    Runnable live = () -> done.add("live");
    Runnable config = () -> done.add("config");
    for (Apply apply : Apply.values()) {
      Applying.each(call(LONG), apply, live, config);
    }
    assertThat(done).containsExactly("live", "config", "live", "config");
  }

  @Test
  void aSecondHalfThatFailsSaysWhatWasDone() {
    OperationFailedException refusal =
        new OperationFailedException(
            call(LONG).context().withNativeCode("VIR_ERR_X"), "no room in the definition");
    Runnable fails =
        () -> {
          throw refusal;
        };
    assertThatThrownBy(() -> Applying.each(call(LONG), Apply.LIVE_AND_CONFIG, () -> {}, fails))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("the running machine was changed, its definition was not")
        .hasMessageContaining("no room")
        .hasCause(refusal)
        .satisfies(e -> {
          assertThat(((HypervisorException) e).outcome()).isEqualTo(Outcome.UNKNOWN);
          assertThat(((HypervisorException) e).nativeCode()).contains("VIR_ERR_X");
        });
    assertThatThrownBy(() -> Applying.each(call(LONG), Apply.CONFIG, () -> {}, fails))
        .isSameAs(refusal);
    assertThatThrownBy(() -> Applying.each(call(LONG), Apply.LIVE_AND_CONFIG, fails, () -> {}))
        .isSameAs(refusal);
  }
}
