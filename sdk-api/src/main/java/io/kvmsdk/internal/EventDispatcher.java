package io.kvmsdk.internal;

import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.EventFilter;
import io.kvmsdk.event.EventListener;
import io.kvmsdk.event.Events;
import io.kvmsdk.event.Subscription;
import io.kvmsdk.spi.EventSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands each event to every subscription that wants it; a listener that is slow, stuck or faulty
 * costs nobody else anything.
 */
public final class EventDispatcher implements Events, EventSink, AutoCloseable {

  private final String name;
  private final int capacity;
  private final List<EventQueue> queues = new CopyOnWriteArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile boolean closed;

  /**
   * For one connection.
   *
   * @param name the connection's name, for its threads
   * @param capacity how many events wait for one listener
   */
  public EventDispatcher(String name, int capacity) {
    this.name = name;
    this.capacity = capacity;
  }

  @Override
  public Subscription subscribe(EventFilter filter, EventListener listener) {
    String thread = "kvmsdk-events-" + numbers.incrementAndGet() + " " + name;
    EventQueue queue = new EventQueue(thread, capacity, filter, listener, queues::remove);
    queues.add(queue);
    if (closed) { // the other order would leave a queue behind that nobody closes
      queue.close();
      throw new ConnectionLostException(
          ErrorContext.of("events.subscribe", "connection " + name), "the connection was closed");
    }
    queue.start();
    return queue;
  }

  @Override
  public void publish(Event event) {
    for (EventQueue queue : queues) {
      queue.offer(event);
    }
  }

  @Override
  public void close() {
    closed = true;
    queues.forEach(EventQueue::close);
  }
}
