package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A command of this thread's that waits for its reply. */
final class Pending {

  private final Outgoing outgoing;
  private final Thread caller = Thread.currentThread();
  private @Nullable JsonNode reply; // published by done
  private @Nullable Throwable loss;
  private volatile boolean done;

  Pending(byte[] bytes) {
    outgoing = new Outgoing(bytes);
  }

  Outgoing outgoing() {
    return outgoing;
  }

  /** The thread that waits, which may be asked to read meanwhile. */
  Thread caller() {
    return caller;
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
