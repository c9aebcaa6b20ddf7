package io.kvmsdk.qmp;

import io.kvmsdk.error.HypervisorException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one listener has still to be told: bounded, in order, delivered by one thread at a time. */
final class EventQueue implements QmpSubscription {

  private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);

  /** How many calls beside events may wait before all that waits is told as a gap. */
  private static final int OTHERS = 64;

  /** A call that is due, standing for so many events. */
  private record Due(long events, Consumer<QmpListener> call) {}

  private final QmpListener listener;
  private final int capacity;
  private final Consumer<EventQueue> onClose;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Due> queue = new ArrayDeque<>();
  private long missed;
  private boolean delivering;
  private boolean closed;

  EventQueue(QmpListener listener, int capacity, Consumer<EventQueue> onClose) {
    this.listener = listener;
    this.capacity = capacity;
    this.onClose = onClose;
  }

  void offer(QmpEvent event) {
    lock.lock();
    try {
      if (!closed && queue.size() >= capacity) {
        missed++;
      } else {
        add(new Due(1, l -> l.event(event)));
      }
    } finally {
      lock.unlock();
    }
  }

  void disconnected(HypervisorException cause) {
    always(l -> l.disconnected(cause));
  }

  void resync(QmpGreeting greeting) {
    always(l -> l.resync(greeting));
  }

  /** Runs something when all that came so far has been told. */
  void then(Runnable task) {
    always(l -> task.run());
  }

  /** The last call. */
  void end(HypervisorException cause) {
    always(l -> l.closed(cause));
  }

  /** Told also where the queue is full, if need be instead of all that came before. */
  private void always(Consumer<QmpListener> call) {
    lock.lock();
    try {
      if (queue.size() >= capacity + OTHERS) {
        missed += queue.stream().mapToLong(Due::events).sum();
        queue.clear();
      }
      add(new Due(0, call));
    } finally {
      lock.unlock();
    }
  }

  private void add(Due due) {
    if (closed) {
      return;
    }
    tellMissed();
    queue.add(due);
    if (!delivering) {
      delivering = true;
      EventThreads.EXECUTOR.execute(this::deliver);
    }
  }

  /** Puts the gap where it belongs: behind what came before it. */
  private void tellMissed() {
    if (missed > 0) {
      long count = missed;
      missed = 0;
      queue.add(new Due(count, l -> l.gap(count)));
    }
  }

  private void deliver() {
    for (Due due = next(); due != null; due = next()) {
      try {
        due.call.accept(listener);
      } catch (RuntimeException | Error e) {
        LOG.warn("a listener of QMP events failed; the next event is delivered all the same", e);
      }
    }
  }

  private @Nullable Due next() {
    lock.lock();
    try {
      if (queue.isEmpty()) {
        tellMissed();
      }
      Due due = queue.poll();
      delivering = due != null;
      return due;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      queue.clear();
      missed = 0;
    } finally {
      lock.unlock();
    }
    onClose.accept(this);
  }
}
