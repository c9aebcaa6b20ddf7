package io.kvmsdk.qmp;

import io.kvmsdk.error.HypervisorException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Who is told what happens, over all connections of a client. */
final class Subscriptions {

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<EventQueue> queues = new CopyOnWriteArrayList<>();
  private @Nullable HypervisorException end;

  /** Each holds {@code capacity} events. */
  Subscriptions(int capacity) {
    this.capacity = capacity;
  }

  EventQueue add(QmpListener listener) {
    EventQueue queue = new EventQueue(listener, capacity, queues::remove);
    HypervisorException ended;
    lock.lock();
    try {
      ended = end;
      if (ended == null) {
        queues.add(queue);
      }
    } finally {
      lock.unlock();
    }
    if (ended != null) {
      queue.end(ended);
    }
    return queue;
  }

  void event(QmpEvent event) {
    queues.forEach(queue -> queue.offer(event));
  }

  void disconnected(HypervisorException cause) {
    queues.forEach(queue -> queue.disconnected(cause));
  }

  void resync(QmpGreeting greeting) {
    queues.forEach(queue -> queue.resync(greeting));
  }

  /** Tells the end, once, also to those who come later. */
  void end(HypervisorException cause) {
    List<EventQueue> all;
    lock.lock();
    try {
      if (end != null) {
        return;
      }
      end = cause;
      all = new ArrayList<>(queues);
      queues.clear();
    } finally {
      lock.unlock();
    }
    all.forEach(queue -> queue.end(cause));
  }
}
