package io.kvmsdk.spi;

import io.kvmsdk.event.Event;

/** Takes a backend's events to the subscribers. Thread-safe. */
@FunctionalInterface
public interface EventSink {

  /**
   * Hands over an event. Never blocks and never throws, so it may be called from the thread that
   * reads a socket. What happened to one domain is handed over in its order.
   */
  void publish(Event event);
}
