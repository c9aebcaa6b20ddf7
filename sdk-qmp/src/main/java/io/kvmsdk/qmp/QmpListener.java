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

  /**
   * The connection was lost and is being made again, see {@link QmpOptions#withReconnect}. A {@link
   * #resync} or {@link #closed} follows.
   */
  default void disconnected(HypervisorException cause) {}

  /**
   * There is a connection again. What happened meanwhile was not told: what is known of QEMU may be
   * old, and may be of another QEMU that listens at the same socket now. The client may be used.
   *
   * @param greeting what QEMU says of itself now
   */
  default void resync(QmpGreeting greeting) {}

  /**
   * The connection is gone for good: lost where it is not made again, or closed by this side.
   * Nothing comes after it.
   */
  default void closed(HypervisorException cause) {}
}
