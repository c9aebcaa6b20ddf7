package io.kvmsdk.libvirt;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.TimedOutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many native calls run at a time: in all, and about one domain. Who finds no place waits on
 * its own thread until its deadline; there is no queue of ours. A call that hangs keeps its place.
 */
final class Places {

  /** How many calls run at a time. */
  static final int ALL = 16;

  /** How many of them may be about one domain. */
  static final int PER_DOMAIN = 2;

  /** How many calls that end a hang run beside them; one for each domain. */
  static final int RESCUE = 2;

  private static final int PLENTY = 1 << 20;

  private final Semaphore all = new Semaphore(ALL, true);
  private final Semaphore rescue = new Semaphore(RESCUE, true);
  private final Map<UUID, Gate> gates = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** The places of one domain, kept for as long as somebody has or wants one. */
  private static final class Gate {
    final Semaphore places = new Semaphore(PER_DOMAIN, true);
    final Semaphore rescue = new Semaphore(1, true);
    int users;
  }

  /** What a call has taken, in that order; given back once, by whatever thread. */
  private static final class Taken implements AutoCloseable {
    private final Deque<Runnable> undo = new ArrayDeque<>();

    @Override
    public void close() {
      while (!undo.isEmpty()) {
        undo.pop().run();
      }
    }
  }

  /**
   * Waits for a place.
   *
   * @param domain the domain that the call is about, if it is about one
   * @return gives the place back
   * @throws TimedOutException at the deadline; nothing was begun
   * @throws CancelledException if the thread is interrupted; nothing was begun
   * @throws ConnectionLostException if this is closed, before or meanwhile; nothing was begun
   */
  Runnable take(Call call, Optional<UUID> domain, Effect effect) {
    Taken taken = new Taken();
    try {
      domain.ifPresent(id -> {
        Gate gate = gate(id);
        taken.undo.push(() -> leave(id));
        Semaphore own = effect == Effect.RESCUE ? gate.rescue : gate.places;
        take(call, own, taken, "other calls on this domain do not come back");
      });
      Semaphore shared = effect == Effect.RESCUE ? rescue : all;
      take(call, shared, taken, "all places are taken by calls that do not come back");
    } catch (RuntimeException e) {
      taken.close();
      throw e;
    }
    return taken::close;
  }

  private void take(Call call, Semaphore semaphore, Taken taken, String reason) {
    try {
      if (!semaphore.tryAcquire(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new TimedOutException(
            call.context(),
            "was not begun within " + Texts.seconds(call.deadline()) + ": " + reason);
      }
      taken.undo.push(semaphore::release);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(call.context(), "the waiting thread was interrupted", e);
    }
    if (closed) {
      throw new ConnectionLostException(call.context(), "the connection was closed");
    }
  }

  private Gate gate(UUID domain) {
    return gates.compute(
        domain,
        (id, old) -> {
          Gate gate = old == null ? new Gate() : old;
          gate.users++;
          if (closed) {
            gate.places.release(PLENTY);
          }
          return gate;
        });
  }

  private void leave(UUID domain) {
    gates.computeIfPresent(domain, (id, gate) -> --gate.users == 0 ? null : gate);
  }

  /** How many domains have calls that run or wait. */
  int domains() {
    return gates.size();
  }

  /** Sends away who waits, and who comes. */
  void close() {
    closed = true;
    all.release(PLENTY);
    rescue.release(PLENTY);
    for (UUID domain : gates.keySet()) {
      gates.computeIfPresent(
          domain,
          (id, gate) -> {
            gate.places.release(PLENTY);
            gate.rescue.release(PLENTY);
            return gate;
          });
    }
  }
}
