package io.kvmsdk.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moment by which a call has ended, on the monotonic clock. Immutable and thread-safe. */
public final class Deadline {

  private static final Duration LONGEST = Duration.ofDays(365L * 100);

  private final Duration budget;
  private final long endNanos;

  private Deadline(Duration budget) {
    this.budget = budget;
    this.endNanos = System.nanoTime() + budget.toNanos();
  }

  /**
   * The moment {@code budget} from now.
   *
   * @param budget more than zero; anything over a hundred years is cut to that
   */
  public static Deadline after(Duration budget) {
    if (budget.isNegative() || budget.isZero()) {
      throw new IllegalArgumentException("a timeout is more than zero: " + budget);
    }
    return new Deadline(budget.compareTo(LONGEST) > 0 ? LONGEST : budget);
  }

  /** The time that the call was given. */
  public Duration budget() {
    return budget;
  }

  /** The time that is left, never negative. */
  public Duration remaining() {
    return Duration.ofNanos(remainingNanos());
  }

  /** The time that is left in nanoseconds, never negative. */
  public long remainingNanos() {
    return Math.max(0, endNanos - System.nanoTime());
  }

  /** The time that is left in milliseconds, rounded up, never negative. */
  public long remainingMillis() {
    return TimeUnit.NANOSECONDS.toMillis(remainingNanos() + 999_999);
  }

  /** Whether no time is left. */
  public boolean isPast() {
    return remainingNanos() == 0;
  }

  /**
   * Of this moment and the one {@code limit} from now, the earlier; for a step that must not use up
   * the whole call.
   */
  public Deadline atMost(Duration limit) {
    return limit.compareTo(remaining()) < 0 ? after(limit) : this;
  }

  @Override
  public String toString() {
    return budget + " (" + remaining() + " left)";
  }
}
