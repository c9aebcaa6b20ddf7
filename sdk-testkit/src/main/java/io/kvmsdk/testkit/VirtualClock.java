package io.kvmsdk.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Time that stands still until a test {@linkplain #advance advances} it. Thread-safe. */
public final class VirtualClock implements FakeClock {

  private record Task(Instant at, long number, Runnable action) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::number));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long numbers;

  VirtualClock() {}

  @Override
  public Instant now() {
    lock.lock();
    try {
      return now;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void schedule(Duration delay, Runnable action) {
    lock.lock();
    try {
      tasks.add(new Task(now.plus(delay), numbers++, action));
    } finally {
      lock.unlock();
    }
  }

  /**
   * How many things wait for their time; a test that makes a call on another thread can wait for
   * one more before it advances.
   */
  public int pending() {
    lock.lock();
    try {
      return tasks.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets time pass: runs on this thread, in their order, what becomes due, and what that brings
   * about within the same time.
   */
  public void advance(Duration time) {
    Instant end = now().plus(time);
    for (Task task = due(end); task != null; task = due(end)) {
      task.action().run();
    }
  }

  private @Nullable Task due(Instant end) {
    lock.lock();
    try {
      Task next = tasks.peek();
      if (next == null || next.at().isAfter(end)) {
        now = now.isAfter(end) ? now : end;
        return null;
      }
      now = now.isAfter(next.at()) ? now : next.at();
      return tasks.poll();
    } finally {
      lock.unlock();
    }
  }
}
