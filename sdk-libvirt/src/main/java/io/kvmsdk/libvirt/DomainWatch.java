package io.kvmsdk.libvirt;

import io.kvmsdk.call.DomainCall;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Hears of one domain while a call waits for something to happen to it. Opened before the call is
 * made, so that nothing is missed.
 */
final class DomainWatch implements AutoCloseable {

  /** Beyond it the oldest are dropped: who waits asks for the state now and again anyway. */
  private static final int CAPACITY = 256;

  private final UUID domain;
  private final Consumer<DomainWatch> onClose;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<DomainSignal> signals = new ArrayDeque<>();
  private boolean awake;

  DomainWatch(UUID domain, Consumer<DomainWatch> onClose) {
    this.domain = domain;
    this.onClose = onClose;
  }

  /** Takes what happened to any domain; never waits. */
  void offer(DomainSignal signal) {
    if (signal.domain().uuid().equals(domain)) {
      lock.lock();
      try {
        if (signals.size() == CAPACITY) {
          signals.removeFirst();
        }
        signals.add(signal);
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Has the next {@link #next} return at once: the connection is back, or gone for good. */
  void wake() {
    lock.lock();
    try {
      awake = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next that happened; empty if nothing did within {@code patience}, or the call's deadline.
   *
   * @throws CancelledException if the thread is interrupted; the call may take place yet
   */
  Optional<DomainSignal> next(DomainCall call, Duration patience) {
    long left = Math.min(patience.toNanos(), call.deadline().remainingNanos());
    try {
      lock.lockInterruptibly();
      try {
        while (signals.isEmpty() && !awake && left > 0) {
          left = changed.awaitNanos(left);
        }
        awake = false;
        return Optional.ofNullable(signals.poll());
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          call.context().withOutcome(Outcome.UNKNOWN), "the waiting thread was interrupted", e);
    }
  }

  @Override
  public void close() {
    onClose.accept(this);
  }
}
