package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who reads a wire.
 *
 * <p>One thread at a time reads. It is the reactor's as long as commands are rare or take long.
 * Where one soon follows another, the caller that waits reads for itself, which saves handing the
 * reply from one thread to another: it <em>leads</em>, hands out what comes for others too, and
 * when it leaves makes one of those who still wait the next to lead. Some milliseconds after the
 * last command, or when nothing has come for as long, the reactor takes the wire back.
 */
final class Turns {

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  /** How soon a command follows another where callers read. */
  private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** How long a caller waits for anything to come before it leaves reading to the reactor. */
  static final long PATIENCE_MILLIS = 10;

  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);

  /** From how many who wait on it pays to let others pass first. */
  private static final int CROWD = 8;

  private final Wire wire;
  private final Reactor reactor;
  private final SelectionKey key;

  private final ReentrantLock lock = new ReentrantLock(); // of what follows; never held over I/O
  private final Set<Pending> waiting = new LinkedHashSet<>();
  private @Nullable Lead lead; // if callers read
  private @Nullable Pending leader; // of them, the one who does
  private boolean reactorReads; // at this moment
  private boolean brisk; // the last command was answered soon
  private long lastUse;
  private volatile @Nullable Throwable gone;

  Turns(Wire wire, Reactor reactor, SelectionKey key) {
    this.wire = wire;
    this.reactor = reactor;
    this.key = key;
  }

  /** Why the connection is ended, or null. */
  @Nullable Throwable gone() {
    return gone;
  }

  /** Whether many wait. */
  boolean enter(Pending command) {
    lock.lock();
    try {
      waiting.add(command);
      return waiting.size() >= CROWD;
    } finally {
      lock.unlock();
    }
  }

  /** What to lead with, or null if somebody else reads. */
  @Nullable Lead take(Pending command, boolean mayLead) {
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
      lead = new Lead(wire.channel());
    } catch (IOException e) {
      LOG.debug("no selector for a caller; the reactor reads on", e); // too many open files
      return false;
    }
    reactor.yield(wire, key);
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

  /** Nothing has come for a while: the reactor can wait for it as well. */
  void rest(Pending command) {
    lock.lock();
    try {
      if (leader == command && gone == null) {
        giveBack();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Nobody waits for this one any more.
   *
   * @return whether the one who calls cleans up after the end
   */
  boolean leave(Pending command) {
    lock.lock();
    try {
      waiting.remove(command);
      lastUse = System.nanoTime();
      brisk = lastUse - command.since() < PATIENCE_NANOS;
      if (leader != command) {
        return false;
      }
      leader = null;
      if (gone == null) {
        passOn();
      }
      return gone != null;
    } finally {
      lock.unlock();
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

  /** Whether the reactor may read now; {@link #finish} follows. */
  boolean begin() {
    lock.lock();
    try {
      reactorReads = lead == null && gone == null;
      return reactorReads;
    } finally {
      lock.unlock();
    }
  }

  void finish() {
    lock.lock();
    try {
      reactorReads = false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The connection is to end.
   *
   * @return whether the one who calls cleans up; else that is done already, or left to the one who
   *     leads
   */
  boolean end(Throwable cause) {
    lock.lock();
    try {
      if (gone != null) {
        return false;
      }
      gone = cause;
      if (leader != null && lead != null) {
        lead.wake();
      }
      return leader == null;
    } finally {
      lock.unlock();
    }
  }

  /** After the end, when nobody leads any more. */
  void closeLead() {
    if (lead != null) {
      lead.close();
    }
  }
}
