package io.kvmsdk.internal;

import io.kvmsdk.event.Event;
import io.kvmsdk.event.EventFilter;
import io.kvmsdk.event.EventListener;
import io.kvmsdk.event.EventsLost;
import io.kvmsdk.event.Subscription;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription: a bounded queue, and a thread that takes from it and runs the listener. */
final class EventQueue implements Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);

  private final int capacity;
  private final EventFilter filter;
  private final EventListener listener;
  private final Consumer<EventQueue> onClose;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final ArrayDeque<Event> events = new ArrayDeque<>();
  private @Nullable Instant lostSince;
  private long lost;
  private boolean closed;

  EventQueue(
      String threadName,
      int capacity,
      EventFilter filter,
      EventListener listener,
      Consumer<EventQueue> onClose) {
    this.capacity = capacity;
    this.filter = filter;
    this.listener = listener;
    this.onClose = onClose;
    this.thread = new Thread(this::deliver, threadName);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Keeps an event for the listener, or counts it as lost; never waits for the listener. */
  void offer(Event event) {
    if (!filter.wants(event)) {
      return;
    }
    lock.lock();
    try {
      if (closed) {
        return;
      }
      // Once something is lost, all that comes before the gap is told is lost with it: the gap then
      // has one place in the order.
      if (lost > 0 || events.size() >= capacity) {
        if (lost++ == 0) {
          lostSince = event.at();
        }
      } else {
        events.add(event);
      }
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  private void deliver() {
    for (Event event = next(); event != null; event = next()) {
      try {
        listener.onEvent(event);
      } catch (RuntimeException | Error e) {
        LOG.error(
            "{}: the listener threw on {}; it gets the next event", thread.getName(), event, e);
      }
    }
  }

  /**
   * The next event in order, the gap standing behind what was queued before it; null when closed.
   */
  private @Nullable Event next() {
    lock.lock();
    try {
      while (!closed && events.isEmpty() && lost == 0) {
        filled.awaitUninterruptibly();
      }
      if (closed) {
        return null;
      }
      Event event = events.poll();
      if (event == null && lostSince != null) {
        event = new EventsLost(lostSince, lost);
        lost = 0;
        lostSince = null;
      }
      return event;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      events.clear();
      filled.signalAll();
    } finally {
      lock.unlock();
    }
    onClose.accept(this);
  }
}
