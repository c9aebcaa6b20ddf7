package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * One connection: JSON objects in, bytes out.
 *
 * <p>One thread at a time reads, see {@link Turns}: the reactor's, or a caller that waits.
 */
final class Wire {

  /** Takes what comes in, on the reading thread. What it throws ends the connection. */
  interface Sink extends JsonFramer.Sink {
    /** The connection is gone, for {@code cause}; called once, and nothing is called after it. */
    void lost(Throwable cause);
  }

  /** How often one socket is read in a row, for there are others. */
  private static final int IN_A_ROW = 16;

  private final Pipe pipe;
  private final Reactor reactor;
  private final JsonFramer framer;
  private final Sink sink;
  private final Outbox outbox;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final SelectionKey key;
  private final Turns turns;

  private Wire(Pipe pipe, Reactor reactor, int maxMessage, Sink sink) throws IOException {
    this.pipe = pipe;
    this.reactor = reactor;
    this.framer = new JsonFramer(maxMessage);
    this.sink = sink;
    this.outbox = new Outbox(pipe);
    this.key = reactor.register(this);
    this.turns = new Turns(this, reactor, key);
  }

  /**
   * Connects and starts reading.
   *
   * @throws SocketTimeoutException if the deadline passes
   */
  static Wire connect(Connector connector, Deadline deadline, int maxMessage, Sink sink)
      throws IOException, InterruptedException {
    Pipe pipe = Dialing.dial(connector, deadline);
    Reactor reactor = null;
    try {
      reactor = Reactor.acquire();
      Wire wire = new Wire(pipe, reactor, maxMessage, sink);
      reactor.watch(wire.key, SelectionKey.OP_READ);
      return wire;
    } catch (IOException | RuntimeException e) {
      pipe.close();
      if (reactor != null) {
        reactor.release();
      }
      throw e;
    }
  }

  Turns turns() {
    return turns;
  }

  SelectableChannel channel() {
    return pipe.selectable();
  }

  /**
   * Sends. What the socket does not take now is sent when it does.
   *
   * @throws IOException if the connection is gone; nothing was sent
   */
  void send(Outgoing message) throws IOException {
    if (outbox.send(message)) {
      reactor.watch(key, SelectionKey.OP_WRITE);
    }
  }

  /** Whether messages may take open files along. */
  boolean passesFiles() {
    return pipe instanceof DescriptorPipe;
  }

  /** The other side takes TLS records of more than a byte. */
  void sendWholeRecords() {
    if (pipe instanceof TlsPipe tls) {
      tls.wholeRecords();
    }
  }

  /** Takes back what was not sent yet; false where the other side may have seen some of it. */
  boolean withdraw(Outgoing message) {
    return outbox.withdraw(message);
  }

  /**
   * Waits for what this thread has sent to be answered.
   *
   * @return the whole reply
   * @throws IOException if the connection is lost
   */
  JsonNode await(Pending command, Deadline deadline)
      throws IOException, TimeoutException, InterruptedException {
    boolean mayLead = !Threads.isVirtual(command.caller());
    boolean crowded = turns.enter(command);
    try {
      while (!command.isDone()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        long left = deadline.remainingNanos();
        if (left == 0) {
          throw new TimeoutException();
        }
        Lead mine = turns.take(command, mayLead);
        if (mine == null && crowded) {
          // Others have commands to send meanwhile, and the replies come together: for who only let
          // them pass the reply is often there, and waking a thread costs more than all the rest.
          crowded = false;
          Thread.yield();
        } else if (mine == null) {
          // Waiting for the lock may have used up the wake-up that came with the reply.
          if (!command.isDone()) {
            LockSupport.parkNanos(command, left);
          }
        } else if (turns.gone() != null) {
          break;
        } else {
          read(command, mine, deadline);
        }
      }
    } finally {
      if (turns.leave(command)) {
        end();
      }
    }
    return command.result();
  }

  /** Reads by the one who leads, until its own reply is there or nothing comes. */
  private void read(Pending command, Lead mine, Deadline deadline) {
    try {
      while (!command.isDone() && turns.gone() == null) {
        long millis = Math.min(Turns.PATIENCE_MILLIS, deadline.remainingMillis());
        if (millis == 0 || Thread.currentThread().isInterrupted()) {
          return;
        }
        if (mine.await(millis)) {
          read(mine.buffer);
        } else if (millis == Turns.PATIENCE_MILLIS) {
          turns.rest(command);
          return;
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  /** On the reactor's thread: the socket has something, or room for something. */
  void ready(ByteBuffer buffer) {
    try {
      if (key.isWritable()) {
        Reactor.unwatch(key, SelectionKey.OP_WRITE);
        if (outbox.room()) {
          reactor.watch(key, SelectionKey.OP_WRITE);
        }
      }
      if (key.isReadable() && turns.begin()) {
        try {
          read(buffer);
        } finally {
          turns.finish();
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  /** Reads what is there, by the one whose turn it is. */
  private void read(ByteBuffer buffer) throws IOException {
    if (framer.isBrief()) {
      outbox.hold(); // nobody's command waits for a large reply to be decoded
    }
    try {
      int count;
      int left = IN_A_ROW;
      do {
        buffer.clear();
        count = pipe.read(buffer);
        if (count < 0) {
          throw new EOFException("the other side closed the connection");
        }
        framer.feed(buffer.array(), 0, count, sink);
      } while (count > 0 && (pipe.holdsBack() || (!buffer.hasRemaining() && --left > 0)));
    } finally {
      if (outbox.release()) {
        reactor.watch(key, SelectionKey.OP_WRITE);
      }
    }
  }

  /** Ends the connection. On return nothing of it is left open. */
  void close() {
    fail(new IOException("this side closed the connection"));
    // It may have been lost a moment ago, and be just being cleaned up.
    Threads.uninterruptibly(ended::await);
    reactor.joinIfStopping();
  }

  /** Ends the connection, once: now, or as soon as the one who leads has left. */
  void fail(Throwable cause) {
    boolean last = turns.end(cause);
    outbox.close();
    if (last) {
      end();
    }
  }

  /** Cleans up, on the reactor's thread, so that nobody reads meanwhile. */
  private void end() {
    Throwable cause = Objects.requireNonNull(turns.gone());
    reactor.runAndWait(() -> {
      turns.closeLead();
      try {
        pipe.close();
        reactor.forgetClosed();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
      sink.lost(cause);
    });
    reactor.release();
    ended.countDown();
  }
}
