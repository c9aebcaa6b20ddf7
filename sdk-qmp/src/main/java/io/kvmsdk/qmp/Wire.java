package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: JSON objects in, bytes out.
 *
 * <p>One thread at a time reads. It is the reactor's as long as commands are rare or take long.
 * Where one soon follows another, the caller that waits reads for itself, which saves handing the
 * reply from one thread to another: it <em>leads</em>, hands out what comes for others too, and
 * when it leaves makes one of those who still wait the next to lead. Some milliseconds after the
 * last command, or when nothing has come for as long, the reactor takes the wire back.
 */
final class Wire {

  /** Takes what comes in, on the reading thread. What it throws ends the connection. */
  interface Sink extends JsonFramer.Sink {
    /** The connection is gone, for {@code cause}; called once, and nothing is called after it. */
    void lost(Throwable cause);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

  /** How soon a command follows another where callers read. */
  static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** How long a caller waits for anything to come before it leaves reading to the reactor. */
  private static final long PATIENCE_MILLIS = 10;

  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);

  /** From how many who wait on it pays to let others pass first. */
  private static final int CROWD = 8;

  /** How often one socket is read in a row, for there are others. */
  private static final int IN_A_ROW = 16;

  private final Pipe pipe;
  private final Reactor reactor;
  private final JsonFramer framer;
  private final Sink sink;
  private final Outbox outbox;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final SelectionKey key;

  private final ReentrantLock lock = new ReentrantLock(); // of what follows; never held over I/O
  private final Set<Pending> waiting = new LinkedHashSet<>();
  private @Nullable Lead lead; // if callers read
  private @Nullable Pending leader; // of them, the one who does
  private boolean reactorReads; // at this moment
  private boolean brisk; // the last command was answered soon
  private long lastUse;
  private volatile @Nullable Throwable gone;

  private Wire(Pipe pipe, Reactor reactor, int maxMessage, Sink sink) throws IOException {
    this.pipe = pipe;
    this.reactor = reactor;
    this.framer = new JsonFramer(maxMessage);
    this.sink = sink;
    this.outbox = new Outbox(pipe);
    this.key = reactor.register(this);
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
    boolean crowded = enter(command);
    try {
      while (!command.isDone()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        long left = deadline.remainingNanos();
        if (left == 0) {
          throw new TimeoutException();
        }
        Lead mine = take(command, mayLead);
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
        } else if (gone != null) {
          break;
        } else {
          read(command, mine, deadline);
        }
      }
    } finally {
      leave(command);
    }
    return command.result();
  }

  /** Whether many wait. */
  private boolean enter(Pending command) {
    lock.lock();
    try {
      waiting.add(command);
      return waiting.size() >= CROWD;
    } finally {
      lock.unlock();
    }
  }

  /** What to lead with, or null if somebody else reads. */
  private @Nullable Lead take(Pending command, boolean mayLead) {
    lock.lock();
    try {
      if (leader == command) {
        return lead;
      }
      if (leader != null || gone != null) {
        return null;
      }
      if (lead == null) {
        boolean soon = brisk && command.since() - lastUse < SOON_NANOS;
        if (!mayLead || !soon || reactorReads || !open()) {
          return null;
        }
      } else if (!mayLead) {
        giveBack();
        return null;
      }
      leader = command;
      return lead;
    } finally {
      lock.unlock();
    }
  }

  /** Lets callers read instead of the reactor. */
  private boolean open() {
    try {
      lead = new Lead(pipe.selectable());
    } catch (IOException e) {
      LOG.debug("no selector for a caller; the reactor reads on", e); // too many open files
      return false;
    }
    reactor.yield(this, key);
    return true;
  }

  /** Lets the reactor read; nobody leads, or the one who calls. */
  private void giveBack() {
    Lead old = lead;
    lead = null;
    leader = null;
    if (old != null) {
      old.close();
    }
    reactor.watch(key, SelectionKey.OP_READ);
  }

  /** Reads by the one who leads, until its own reply is there or nothing comes. */
  private void read(Pending command, Lead mine, Deadline deadline) {
    try {
      while (!command.isDone() && gone == null) {
        long millis = Math.min(PATIENCE_MILLIS, deadline.remainingMillis());
        if (millis == 0 || Thread.currentThread().isInterrupted()) {
          return;
        }
        if (mine.await(millis)) {
          read(mine.buffer);
        } else if (millis == PATIENCE_MILLIS) {
          rest(command);
          return;
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  /** Nothing has come for a while: the reactor can wait for it as well. */
  private void rest(Pending command) {
    lock.lock();
    try {
      if (leader == command && gone == null) {
        giveBack();
      }
    } finally {
      lock.unlock();
    }
  }

  private void leave(Pending command) {
    boolean last = false;
    lock.lock();
    try {
      waiting.remove(command);
      lastUse = System.nanoTime();
      brisk = lastUse - command.since() < PATIENCE_NANOS;
      if (leader == command) {
        leader = null;
        last = gone != null;
        if (!last) {
          passOn();
        }
      }
    } finally {
      lock.unlock();
    }
    if (last) {
      end();
    }
  }

  /** Makes one of those who wait the next to lead. */
  private void passOn() {
    boolean others = false;
    for (Pending next : waiting) {
      if (!next.isDone()) {
        if (!Threads.isVirtual(next.caller())) {
          leader = next;
          next.wake();
          return;
        }
        others = true;
      }
    }
    if (others) {
      giveBack();
    }
  }

  /**
   * On the reactor's thread: takes the wire back if no command has come for a while.
   *
   * @return in how many nanoseconds to look again, 0 for not any more
   */
  long cool(long now) {
    lock.lock();
    try {
      if (lead == null || gone != null) {
        return 0;
      }
      long left = leader != null ? SOON_NANOS : lastUse + SOON_NANOS - now;
      if (left <= 0) {
        giveBack();
      }
      return Math.max(0, left);
    } finally {
      lock.unlock();
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
      if (key.isReadable() && begin()) {
        try {
          read(buffer);
        } finally {
          finish();
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  private boolean begin() {
    lock.lock();
    try {
      reactorReads = lead == null && gone == null;
      return reactorReads;
    } finally {
      lock.unlock();
    }
  }

  private void finish() {
    lock.lock();
    try {
      reactorReads = false;
    } finally {
      lock.unlock();
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
    boolean last;
    lock.lock();
    try {
      if (gone != null) {
        return;
      }
      gone = cause;
      last = leader == null;
      if (!last && lead != null) {
        lead.wake();
      }
    } finally {
      lock.unlock();
    }
    outbox.close();
    if (last) {
      end();
    }
  }

  /** Cleans up, on the reactor's thread, so that nobody reads meanwhile. */
  private void end() {
    Throwable cause = Objects.requireNonNull(gone);
    reactor.runAndWait(() -> {
      if (lead != null) {
        lead.close();
      }
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
