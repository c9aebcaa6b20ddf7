package io.kvmsdk.qmp;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.JobFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.job.JobProgress;
import io.kvmsdk.job.JobState;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What is known of one job, and who waits for it. Thread-safe; its lock is held over no I/O. */
final class JobTrack {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private JobState state = JobState.CREATED;
  private JobProgress progress = JobProgress.NONE;
  private String reason = "";
  private @Nullable Throwable cause;
  private boolean wasReady;
  private long version;

  JobState state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  JobProgress progress() {
    lock.lock();
    try {
      return progress;
    } finally {
      lock.unlock();
    }
  }

  /** Counts what events told. */
  long version() {
    lock.lock();
    try {
      return version;
    } finally {
      lock.unlock();
    }
  }

  /** An event told a state. */
  void told(JobState next) {
    lock.lock();
    try {
      version++;
      move(next);
    } finally {
      lock.unlock();
    }
  }

  /** QEMU was asked when {@link #version} was {@code asked}: what events told since is newer. */
  void asked(JobState next, long asked) {
    lock.lock();
    try {
      if (version == asked) {
        move(next);
      }
    } finally {
      lock.unlock();
    }
  }

  void progress(JobProgress next) {
    lock.lock();
    try {
      if (!state.isEnd()) {
        progress = next;
      }
    } finally {
      lock.unlock();
    }
  }

  /** How it ended; what comes later changes nothing. */
  void end(JobState end, String why, @Nullable Throwable because) {
    lock.lock();
    try {
      if (!state.isEnd()) {
        reason = why;
        cause = because;
        move(end);
      }
    } finally {
      lock.unlock();
    }
  }

  private void move(JobState next) {
    // Events that were on the way when QEMU was asked tell again what led to the end.
    if (!state.isEnd() && (!state.equals(JobState.CONCLUDED) || next.isEnd())) {
      wasReady |= next.equals(JobState.READY);
      state = next;
      changed.signalAll();
    }
  }

  /** Waits for the end, and tells it. */
  JobProgress await(Call call) {
    lock.lock();
    try {
      waitFor(call, () -> state.isEnd());
      throwUnlessCompleted(call);
      return progress;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is ready, or has been. */
  void awaitReady(Call call) {
    lock.lock();
    try {
      waitFor(call, () -> wasReady || state.isEnd());
      if (state.isEnd()) {
        throwUnlessCompleted(call);
      }
      if (!wasReady) {
        throw new InvalidStateException(
            call.context().withOutcome(Outcome.APPLIED), JobState.READY.value(), state.value());
      }
    } finally {
      lock.unlock();
    }
  }

  private void waitFor(Call call, BooleanSupplier there) {
    try {
      while (!there.getAsBoolean()) {
        long left = call.deadline().remainingNanos();
        if (left == 0) {
          throw new TimedOutException(
              call.context().withOutcome(Outcome.UNKNOWN),
              "is " + state + " after " + call.deadline().budget() + ", and goes on");
        }
        long unused = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          call.context().withOutcome(Outcome.UNKNOWN), "interrupted while waiting; it goes on", e);
    }
  }

  private void throwUnlessCompleted(Call call) {
    if (state.equals(JobState.LOST)) {
      throw new ConnectionLostException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "how it ended is not known: " + reason,
          cause);
    }
    if (!state.equals(JobState.COMPLETED)) {
      throw new JobFailedException(call.context(), reason, state.equals(JobState.CANCELLED));
    }
  }
}
