package io.kvmsdk.qmp.agent;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.qmp.agent.command.GuestExecStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that was started in a guest. It runs on whatever becomes of this object; an agent that
 * is restarted forgets it. Thread-safe.
 */
public final class GuestProcess {

  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LONGEST_PAUSE_MILLIS = 500;

  private final Calls calls;
  private final GuestPrograms programs;
  private final String path;
  private final long pid;
  // The agent tells the end once and forgets it, so only one at a time may ask.
  private final Semaphore turn = new Semaphore(1, true);
  private volatile @Nullable GuestResult result;

  GuestProcess(Calls calls, GuestPrograms programs, String path, long pid) {
    this.calls = calls;
    this.programs = programs;
    this.path = path;
    this.pid = pid;
  }

  /** Its process id in the guest. */
  public long pid() {
    return pid;
  }

  /**
   * How it ended, if it has.
   *
   * @throws HypervisorException if the agent cannot tell: it is absent, or does not know the
   *     program any more, for it was restarted
   */
  public Optional<GuestResult> poll() {
    return poll(calls.begin("programs.poll", "guest-exec-status"));
  }

  /**
   * Waits until it has ended.
   *
   * @throws TimedOutException if it runs on
   * @throws CancelledException if this thread is interrupted
   * @throws HypervisorException if the agent cannot tell
   */
  public GuestResult await(Duration timeout) {
    return await(new Call("programs.await", toString(), Deadline.after(timeout)));
  }

  /**
   * Kills it, if it runs, by the guest's {@code kill} program: Linux and other guests that have
   * one. How it ended tells {@link #await}.
   */
  public void kill() {
    if (poll().isEmpty()) {
      GuestResult unused = programs.run("kill", "-KILL", Long.toString(pid));
    }
  }

  GuestResult await(Call call) {
    for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
      Optional<GuestResult> end = pollInTime(call);
      if (end.isPresent()) {
        return end.get();
      }
      Calls.pause(call, Math.min(pause, call.deadline().remainingMillis()));
      if (call.deadline().isPast()) {
        throw hasNotEnded(call, null);
      }
    }
  }

  /** An answer that is cut short by the end of the time says nothing of the agent. */
  private Optional<GuestResult> pollInTime(Call call) {
    try {
      return poll(call);
    } catch (AgentUnavailableException | TimedOutException e) {
      throw call.deadline().isPast() ? hasNotEnded(call, e) : e;
    }
  }

  private TimedOutException hasNotEnded(Call call, @Nullable HypervisorException cause) {
    return new TimedOutException(
        call.context().withOutcome(Outcome.UNKNOWN),
        path
            + " did not end within "
            + call.deadline().budget()
            + ", as far as the agent has told; it may run on in the guest, with process id "
            + pid,
        cause);
  }

  Optional<GuestResult> poll(Call call) {
    GuestResult known = result;
    if (known != null) {
      return Optional.of(known);
    }
    take(call);
    try {
      if (result == null) {
        var status = calls.execute(GuestExecStatus.builder().pid(pid).build(), call);
        if (Calls.read(call, status::exited)) {
          result = GuestResult.of(call, status);
        }
      }
      return Optional.ofNullable(result);
    } finally {
      turn.release();
    }
  }

  private void take(Call call) {
    try {
      if (!turn.tryAcquire(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new TimedOutException(
            call.context(),
            "another thread asked the agent for all of " + call.deadline().budget());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(call.context(), "interrupted while another thread asked");
    }
  }

  @Override
  public String toString() {
    return path + " (process " + pid + ") in " + calls.object();
  }
}
