package io.kvmsdk.libvirt;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs native calls on daemon threads of ours, so that a call and the fetching of its error share a
 * thread whoever the caller is, and a caller never waits beyond its deadline. A native call cannot
 * be ended from outside: one that hangs costs its thread and its place until it returns.
 */
final class NativeCalls implements AutoCloseable {

  private static final Duration IDLE = Duration.ofSeconds(20);

  private final Places places = new Places();
  private final Set<Ticket<?>> waiting = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor threads;

  /** What runs on a thread of ours. */
  interface Task<T> {
    /** Asks {@link Running#begin} before the first thing that cannot be taken back. */
    T run(Running call) throws Exception;
  }

  /** A call as its task sees it. */
  interface Running {
    /** Whether it may be begun: not if the caller has given up. */
    boolean begin();

    /** Has the caller be told {@code reason}, if it was not begun; it never is then. */
    void refuse(Exception reason);
  }

  /** A call that its caller waits for, until one of both gives up. */
  private static final class Ticket<T> implements Running {
    final CompletableFuture<T> answer = new CompletableFuture<>();
    private final AtomicBoolean decided = new AtomicBoolean();

    @Override
    public boolean begin() {
      return decided.compareAndSet(false, true);
    }

    @Override
    public void refuse(Exception reason) {
      if (begin()) {
        answer.completeExceptionally(reason);
      }
    }

    /** Keeps it from being begun, if it was not; what becomes of the call. */
    Outcome giveUp(Effect effect) {
      return begin() ? Outcome.NOT_APPLIED : effect.whenUnanswered();
    }
  }

  /** For the connection of that name. */
  NativeCalls(String name) {
    AtomicInteger numbers = new AtomicInteger();
    // The places bound the threads; the pool itself must never refuse one whose predecessor has
    // given back its place and has not come home yet.
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread =
                  new Thread(task, "kvmsdk-libvirt-" + numbers.incrementAndGet() + " " + name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Runs {@code task} on a thread of ours.
   *
   * @param domain the domain that it is about, if it is about one
   * @return what the task returns; what it throws is thrown
   * @throws TimedOutException at the deadline
   * @throws CancelledException if the caller is interrupted
   * @throws ConnectionLostException if this is closed, before or meanwhile
   */
  <T> T run(Call call, Optional<UUID> domain, Effect effect, Task<T> task) throws Exception {
    if (call.deadline().isPast()) {
      throw new TimedOutException(
          call.context(), "was not begun within " + Texts.seconds(call.deadline()));
    }
    Ticket<T> ticket = new Ticket<>();
    Runnable giveBack = places.take(call, domain, effect);
    waiting.add(ticket);
    try {
      threads.execute(() -> work(ticket, task, giveBack));
    } catch (RejectedExecutionException e) {
      giveBack.run();
      waiting.remove(ticket);
      throw closed(call, Outcome.NOT_APPLIED);
    }
    try {
      return await(call, effect, ticket);
    } finally {
      waiting.remove(ticket);
    }
  }

  private static <T> void work(Ticket<T> ticket, Task<T> task, Runnable giveBack) {
    try {
      ticket.answer.complete(task.run(ticket));
    } catch (Throwable e) {
      ticket.answer.completeExceptionally(e);
    } finally {
      giveBack.run();
    }
  }

  private static <T> T await(Call call, Effect effect, Ticket<T> ticket) throws Exception {
    try {
      return ticket.answer.get(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new TimedOutException(
          call.context().withOutcome(ticket.giveUp(effect)),
          "libvirt did not answer within " + Texts.seconds(call.deadline()));
    } catch (InterruptedException e) {
      Outcome outcome = ticket.giveUp(effect);
      Thread.currentThread().interrupt();
      throw new CancelledException(
          call.context().withOutcome(outcome), "the waiting thread was interrupted", e);
    } catch (CancellationException e) {
      throw closed(call, ticket.giveUp(effect));
    } catch (ExecutionException e) {
      throw Traces.rethrow(Objects.requireNonNull(e.getCause()));
    }
  }

  private static ConnectionLostException closed(Call call, Outcome outcome) {
    return new ConnectionLostException(
        call.context().withOutcome(outcome), "the connection was closed");
  }

  /** Tells who waits, at once; what runs ends by itself. */
  @Override
  public void close() {
    places.close();
    threads.shutdown(); // before the waiting are told: whoever comes later is refused
    waiting.forEach(ticket -> ticket.answer.cancel(false));
  }

  /** Waits until the last thread has ended; false if that did not happen in time. */
  boolean awaitEnd(Deadline deadline) {
    try {
      return threads.awaitTermination(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
