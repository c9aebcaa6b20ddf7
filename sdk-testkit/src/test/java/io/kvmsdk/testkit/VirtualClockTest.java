package io.kvmsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

  private final VirtualClock clock = FakeClock.virtual();
  private final Instant start = clock.now();
  private final List<String> done = new ArrayList<>();

  private void at(int second, String what) {
    clock.schedule(Duration.ofSeconds(second), () -> done.add(what));
  }

  @Test
  void runsWhatIsDueInItsOrder() {
    at(3, "third");
    at(1, "first");
    at(1, "second");
    at(9, "later");
    clock.advance(Duration.ofSeconds(5));
    assertThat(done).containsExactly("first", "second", "third");
    assertThat(clock.pending()).isOne();
    assertThat(clock.now()).isEqualTo(start.plusSeconds(5));
  }

  @Test
  void runsWhatBecomesDueMeanwhileAtItsTime() {
    List<Instant> times = new ArrayList<>();
    clock.schedule(
        Duration.ofSeconds(1),
        () -> clock.schedule(Duration.ofSeconds(2), () -> times.add(clock.now())));
    clock.advance(Duration.ofSeconds(4));
    assertThat(times).containsExactly(start.plusSeconds(3));
    assertThat(clock.now()).isEqualTo(start.plusSeconds(4));
  }
}
