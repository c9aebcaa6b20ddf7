package io.kvmsdk.qmp;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a lost connection is made again: until it is there or the client is closed, each pause twice
 * as long as the one before, up to a longest one. Of each a random part of up to half is left out,
 * so that many clients do not come all at once.
 *
 * @param first the pause before the first try
 * @param longest the longest pause
 */
public record Reconnect(Duration first, Duration longest) {

  /** A century's nanoseconds do not fit. */
  private static final Duration MOST = Duration.ofDays(1);

  public Reconnect {
    if (first.isNegative() || first.isZero()) {
      throw new IllegalArgumentException("the first pause is more than zero: " + first);
    }
    if (longest.compareTo(first) < 0 || longest.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "the longest pause is %s to %s: %s".formatted(first, MOST, longest));
    }
  }

  /** With pauses from {@code first} to {@code longest}, which is a day at most. */
  public static Reconnect backoff(Duration first, Duration longest) {
    return new Reconnect(first, longest);
  }

  /** How long to wait after so many tries that failed. */
  long pauseNanos(int failed) {
    double full = Math.min(longest.toNanos(), first.toNanos() * Math.pow(2, Math.min(failed, 62)));
    return (long) (full * (1 - ThreadLocalRandom.current().nextDouble() / 2));
  }
}
