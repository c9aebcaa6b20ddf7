package io.kvmsdk.libvirt;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one owner of a connection's native pointer.
 *
 * <p>Whoever makes a native call {@linkplain #enter enters} and {@linkplain #leave leaves}. After
 * {@link #close} nobody enters, and the last to leave frees the pointer, once: there is no use
 * after free, and no waiting in {@code close} for a call that hangs.
 */
final class ConnectionOwner {

  private static final int CLOSED = Integer.MIN_VALUE;

  private final Runnable free;

  /** How many are inside; with the sign bit set when it was closed. */
  private final AtomicInteger inside = new AtomicInteger();

  /**
   * Takes over a pointer.
   *
   * @param free frees it; called once, by the thread that closes or by the last to leave
   */
  ConnectionOwner(Runnable free) {
    this.free = free;
  }

  /** Whether the pointer may be used until {@link #leave}; if not, there is nothing to leave. */
  boolean enter() {
    for (int n = inside.get(); n >= 0; n = inside.get()) {
      if (inside.compareAndSet(n, n + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Ends what a successful {@link #enter} began. */
  void leave() {
    if (inside.decrementAndGet() == CLOSED) {
      free.run();
    }
  }

  /** How many are inside now. */
  int users() {
    return inside.get() & ~CLOSED;
  }

  /** Lets nobody enter any more. Doing it again does nothing. */
  void close() {
    for (int n = inside.get(); n >= 0; n = inside.get()) {
      if (inside.compareAndSet(n, n | CLOSED)) {
        if (n == 0) {
          free.run();
        }
        return;
      }
    }
  }
}
