package io.kvmsdk.qmp;

import io.kvmsdk.error.HypervisorException;

/**
 * Told what happens in QEMU. Calls come one after the other, in QEMU's order, on a thread that is
 * not the one that reads the socket: a listener may block, and may use the client.
 */
@FunctionalInterface
public interface QmpListener {

  /** Something happened. What this throws is logged; the next event is delivered all the same. */
  void event(QmpEvent event);

  /**
   * Events were lost here because this listener was slow.
   *
   * @param missed how many
   */
  default void gap(long missed) {}

  /** The connection is gone: lost, or closed by this side. Nothing comes after it. */
  default void closed(HypervisorException cause) {}
}
