package io.kvmsdk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void passesAndNeverGoesBelowZero() {
    Deadline deadline = Deadline.after(Duration.ofMillis(5));
    assertThat(deadline.budget()).isEqualTo(Duration.ofMillis(5));
    await().until(deadline::isPast);
    assertThat(deadline.remaining()).isZero();
    assertThat(deadline.remainingMillis()).isZero();
  }

  @Test
  void aStepIsCutToWhatIsLeft() {
    Deadline day = Deadline.after(Duration.ofDays(1));
    assertThat(day.atMost(Duration.ofSeconds(1)).budget()).isEqualTo(Duration.ofSeconds(1));
    assertThat(day.atMost(Duration.ofDays(2))).isSameAs(day);
  }

  @Test
  void zeroAndLessAreRefusedAndForEverIsAHundredYears() {
    assertThatIllegalArgumentException().isThrownBy(() -> Deadline.after(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> Deadline.after(Duration.ofNanos(-1)));
    assertThat(Deadline.after(Duration.ofSeconds(Long.MAX_VALUE)).remaining())
        .isGreaterThan(Duration.ofDays(365L * 99));
  }
}
