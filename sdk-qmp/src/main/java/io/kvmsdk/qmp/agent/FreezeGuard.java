package io.kvmsdk.qmp.agent;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.qmp.agent.command.GuestFsfreezeThaw;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A guest whose file systems are frozen, until this is closed. If the caller forgets or takes too
 * long, a watchdog thaws them; so does the end of the JVM, unless it is killed or crashes, and
 * {@link Guest#close}. Thread-safe.
 *
 * <p>While they are frozen the agent refuses all but a few commands, and programs in the guest that
 * write to a disk stand still.
 */
public final class FreezeGuard implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FreezeGuard.class);

  /** How often the watchdog tries with an agent that does not answer. */
  private static final int ATTEMPTS = 10;

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

  private final Calls calls;
  private final Freezes freezes;
  private final Duration atMost;
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicReference<@Nullable String> ended = new AtomicReference<>();
  private final Thread hook = new Thread(this::thawAtExit, "kvmsdk-qmp-thaw-at-exit");
  private final Semaphore turn = new Semaphore(1, true);
  private volatile long frozen;

  private FreezeGuard(Calls calls, Freezes freezes, Duration atMost) {
    this.calls = calls;
    this.freezes = freezes;
    this.atMost = atMost;
  }

  /** One that watches already when the guest is about to be frozen. */
  static FreezeGuard start(Calls calls, Freezes freezes, Duration atMost) {
    FreezeGuard guard = new FreezeGuard(calls, freezes, atMost);
    Runtime.getRuntime().addShutdownHook(guard.hook); // fails where the JVM is ending
    Thread watchdog = new Thread(guard::watch, "kvmsdk-qmp-thaw");
    watchdog.setDaemon(true);
    watchdog.start();
    freezes.add(guard);
    return guard;
  }

  void frozen(long count) {
    frozen = count;
  }

  /** How many file systems were frozen; 0 where the guest has none that can be. */
  public long count() {
    return frozen;
  }

  /** Whether they are still frozen, as far as is known here. */
  public boolean isHeld() {
    return ended.get() == null;
  }

  /**
   * Thaws, once.
   *
   * @throws InvalidStateException if they were thawed before, by the watchdog, by the guest itself
   *     (a Windows guest does so after ten seconds) or by somebody else; what was copied meanwhile
   *     is not of one moment. A guard that this method or {@link #close} has ended does not say so
   *     again.
   * @throws HypervisorException if it cannot be known that they are thawed; the watchdog goes on
   */
  public void thaw() {
    String before = ended.get();
    if (before == null) {
      Call call = calls.begin("fileSystems.thaw", "guest-fsfreeze-thaw");
      before = thaw(call, "");
    }
    if (!before.isEmpty() && ended.compareAndSet(before, "")) {
      throw new InvalidStateException(
          ErrorContext.of("fileSystems.thaw", calls.object()).withOutcome(Outcome.APPLIED),
          "file systems that were frozen all the time",
          "not held any more: " + before);
    }
  }

  /** {@link #thaw}, also by a thread that is interrupted. */
  @Override
  public void close() {
    Calls.despiteInterrupt(this::thaw);
  }

  /** Thaws, and says why whoever closes this later finds it done. */
  void thawInPassing(String why) {
    if (ended.get() == null) {
      String unused =
          thaw(new Call("fileSystems.thaw", calls.object(), Deadline.after(Freezes.ATTEMPT)), why);
    }
  }

  /** What ended it: nothing if the one who calls did so regularly. */
  private String thaw(Call call, String why) {
    take(call);
    try {
      String known = ended.get();
      if (known != null) {
        return known;
      }
      long thawed = calls.execute(GuestFsfreezeThaw.INSTANCE, call);
      String how = thawed == 0 && frozen > 0 ? "the guest was not frozen any more" : why;
      ended.set(how);
      giveUp();
      return how;
    } finally {
      turn.release();
    }
  }

  /**
   * The watchdog and the caller may meet, and the one who comes later would find nothing frozen.
   */
  private void take(Call call) {
    try {
      if (!turn.tryAcquire(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new TimedOutException(
            call.context().withOutcome(Outcome.UNKNOWN), "it is being thawed, and that hangs");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          call.context().withOutcome(Outcome.UNKNOWN), "interrupted while it is being thawed");
    }
  }

  /** Ends the watch; the guest was not frozen, or is thawed, or cannot be reached. */
  void giveUp() {
    ended.compareAndSet(null, "its connection was closed");
    done.countDown();
    freezes.remove(this);
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.trace("the JVM is ending", e);
    }
  }

  private void watch() {
    try {
      if (done.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
      LOG.warn("thawing {}, which was to be frozen for at most {}", calls.object(), atMost);
      for (int attempt = 1; attempt <= ATTEMPTS && calls.agent().isOpen(); attempt++) {
        try {
          thawInPassing("it was to be frozen for at most " + atMost);
          return;
        } catch (HypervisorException e) {
          LOG.error("{} may still be frozen", calls.object(), e);
        }
        if (done.await(BETWEEN_ATTEMPTS.toNanos(), TimeUnit.NANOSECONDS)) {
          return;
        }
      }
      LOG.error("given up on {}: thaw it over a new connection", calls.object());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody here does that
    }
  }

  private void thawAtExit() {
    try {
      thawInPassing("the JVM is ending");
    } catch (HypervisorException e) {
      LOG.error("{} may still be frozen", calls.object(), e);
    }
  }

  @Override
  public String toString() {
    return "FreezeGuard[" + calls.object() + ", " + frozen + " file systems]";
  }
}
