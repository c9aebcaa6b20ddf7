package io.kvmsdk.testkit;

import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.Outcome;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Guards the state of one domain or one connection, and lets calls wait for what becomes of it. */
final class FakeMonitor {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Runs {@code action} alone, and lets those who wait look again. */
  <T> T get(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  /** {@link #get} of something without a result. */
  void run(Runnable action) {
    get(() -> {
      action.run();
      return true;
    });
  }

  /** Lets those who wait look again. */
  void wake() {
    run(() -> {});
  }

  /**
   * Waits, within {@link #get}, while others may change the state.
   *
   * @return false if the call's deadline passed first
   */
  boolean await(FakeCall call, BooleanSupplier done) {
    changed.signalAll(); // others may wait for what was done up to here
    while (!done.getAsBoolean()) {
      call.requireConnection(Outcome.UNKNOWN);
      long left = call.deadline().remainingNanos();
      if (left <= 0) {
        return false;
      }
      try {
        changed.awaitNanos(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException(
            call.context().withOutcome(Outcome.UNKNOWN), "the waiting thread was interrupted", e);
      }
    }
    return true;
  }
}
