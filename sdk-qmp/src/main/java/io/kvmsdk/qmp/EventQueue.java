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

  private final QmpListener listener;
  private final int capacity;
  private final Consumer<EventQueue> onClose;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Consumer<QmpListener>> queue = new ArrayDeque<>();
  private long missed;
  private boolean delivering;
  private boolean closed;

  EventQueue(QmpListener listener, int capacity, Consumer<EventQueue> onClose) {
    this.listener = listener;
    this.capacity = capacity;
    this.onClose = onClose;
  }

  void offer(QmpEvent event) {
    add(() -> queue.size() < capacity, l -> l.event(event));
  }

  /** The last call; told also where the queue is full. */
  void end(HypervisorException cause) {
    add(() -> true, l -> l.closed(cause));
  }

  private interface Room {
    boolean isThere();
  }

  private void add(Room room, Consumer<QmpListener> call) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      if (!room.isThere()) {
        missed++;
        return;
      }
      tellMissed();
      queue.add(call);
      if (!delivering) {
        delivering = true;
        EventThreads.EXECUTOR.execute(this::deliver);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Puts the gap where it belongs: behind what came before it. */
  private void tellMissed() {
    if (missed > 0) {
      long count = missed;
      missed = 0;
      queue.add(l -> l.gap(count));
    }
  }

  private void deliver() {
    for (Consumer<QmpListener> call = next(); call != null; call = next()) {
      try {
        call.accept(listener);
      } catch (RuntimeException | Error e) {
        LOG.warn("a listener of QMP events failed; the next event is delivered all the same", e);
      }
    }
  }

  private @Nullable Consumer<QmpListener> next() {
    lock.lock();
    try {
      if (queue.isEmpty()) {
        tellMissed();
      }
      Consumer<QmpListener> call = queue.poll();
      delivering = call != null;
      return call;
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
