package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A command of this thread's that waits for its reply. */
final class Pending {

  private Outgoing outgoing = new Outgoing(new byte[0]);
  private final long since = System.nanoTime();
  private final Thread caller = Thread.currentThread();
  private @Nullable JsonNode reply; // published by done
  private @Nullable Throwable loss;
  private final @Nullable Semaphore slot;
  private volatile boolean done;

  Pending() {
    this(null);
  }

  /** One that holds a place in QEMU's queue. */
  Pending(@Nullable Semaphore slot) {
    this.slot = slot;
  }

  /** What is sent. */
  Pending with(byte[] bytes) {
    return with(bytes, null);
  }

  /** What is sent, with a file that goes along. */
  Pending with(byte[] bytes, PassedFile.@Nullable Opened file) {
    outgoing = new Outgoing(bytes, file);
    return this;
  }

  @Nullable Semaphore slot() {
    return slot;
  }

  /** By whoever takes this out of what is in flight. */
  void releaseSlot() {
    if (slot != null) {
      slot.release();
    }
  }

  Outgoing outgoing() {
    return outgoing;
  }

  /** The thread that waits, which may be asked to read meanwhile. */
  Thread caller() {
    return caller;
  }

  /** When it was begun, on the monotonic clock. */
  long since() {
    return since;
  }

  /** By whoever reads, at most once with {@link #lost}. */
  void answer(JsonNode message) {
    reply = message;
    done = true;
    wake();
  }

  void lost(Throwable cause) {
    loss = cause;
    done = true;
    wake();
  }

  boolean isDone() {
    return done;
  }

  /** Lets the caller look again. */
  void wake() {
    if (caller != Thread.currentThread()) {
      LockSupport.unpark(caller);
    }
  }

  /**
   * The whole reply, once this is done.
   *
   * @throws IOException if the connection is lost
   */
  JsonNode result() throws IOException {
    JsonNode known = reply;
    if (known == null) {
      throw new IOException("the connection is gone", loss);
    }
    return known;
  }
}
