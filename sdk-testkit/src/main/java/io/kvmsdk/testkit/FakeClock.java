package io.kvmsdk.testkit;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that a fake hypervisor and its guests live in. Thread-safe.
 *
 * <p>Deadlines of calls are not part of it: they pass in real time, whatever clock a fake has.
 */
public sealed interface FakeClock permits RealClock, VirtualClock {

  /** Real time. All fakes with it share one daemon thread. */
  static FakeClock real() {
    return RealClock.INSTANCE;
  }

  /** Time that passes when a test says so, by {@link VirtualClock#advance(Duration)}. */
  static VirtualClock virtual() {
    return new VirtualClock();
  }

  /** The moment. */
  Instant now();

  /**
   * Runs something later, on the clock's own thread or that which advances it.
   *
   * @param delay not negative
   */
  void schedule(Duration delay, Runnable action);
}
