package io.kvmsdk.event;

/** The events of one connection. Thread-safe. */
public interface Events {

  /**
   * Serves a listener until the subscription or the connection is closed. What happens after this
   * call returns is delivered; for each domain in the order in which it happened.
   *
   * @throws io.kvmsdk.error.ConnectionLostException if the connection was closed
   */
  Subscription subscribe(EventFilter filter, EventListener listener);
}
