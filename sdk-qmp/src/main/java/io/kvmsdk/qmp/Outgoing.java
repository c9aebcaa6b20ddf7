package io.kvmsdk.qmp;

import java.nio.ByteBuffer;

/** One message on its way out. */
final class Outgoing {

  final ByteBuffer bytes;

  /** Whether the other side may have seen any of it; written under the outbox's lock. */
  private volatile boolean begun;

  Outgoing(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /** Whether the other side may have seen any of it. */
  boolean begun() {
    return begun;
  }

  void begun(boolean now) {
    begun = now;
  }
}
