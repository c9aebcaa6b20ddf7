package io.kvmsdk.event;

/**
 * Takes events. Each subscription calls its listener on a thread of its own, one event after the
 * other.
 */
@FunctionalInterface
public interface EventListener {

  /**
   * Takes an event. It may take its time, and may call the hypervisor; while it does, at most
   * {@code ConnectOptions.eventQueue()} events wait for it. What it throws is logged, and the next
   * event is delivered.
   */
  void onEvent(Event event);
}
