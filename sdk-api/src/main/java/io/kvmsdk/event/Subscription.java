package io.kvmsdk.event;

/** A listener that is being served. Thread-safe. */
public interface Subscription extends AutoCloseable {

  /**
   * Ends it. Returns at once and may be called from the listener; an event that is just being
   * delivered is delivered to its end, none comes after it. Calling it again does nothing.
   */
  @Override
  void close();
}
