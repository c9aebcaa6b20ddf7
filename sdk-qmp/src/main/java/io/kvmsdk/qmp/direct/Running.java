package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.Outcome;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One life of a domain's machine: the process, what it is doing, and its end. Thread-safe. */
final class Running {

  private final QemuProcess process;
  private final MachineState state;
  private final CompletableFuture<Ending> end = new CompletableFuture<>();
  private final AtomicBoolean ending = new AtomicBoolean();
  private volatile @Nullable Machine machine;

  Running(QemuProcess process, MachineState state) {
    this.process = process;
    this.state = state;
  }

  QemuProcess process() {
    return process;
  }

  MachineState state() {
    return state;
  }

  /** Its monitor and what goes with it; empty while the monitor does not answer. */
  Optional<Machine> machine() {
    return Optional.ofNullable(machine);
  }

  void machine(@Nullable Machine other) {
    machine = other;
  }

  /** Whether the caller is the one who has to do what is to be done at its end. */
  boolean claimEnd() {
    return ending.compareAndSet(false, true);
  }

  /** All that was to be done at its end is done. */
  void over(Ending how) {
    end.complete(how);
  }

  /** This connection lets go of it: whoever waits for its end waits no more. */
  void abandon() {
    end.completeExceptionally(new IllegalStateException("this connection was closed"));
  }

  /** Waits for its end; empty where the deadline passes first. */
  Optional<Ending> awaitEnd(Call call) {
    try {
      return Optional.of(end.get(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          call.context().withOutcome(Outcome.UNKNOWN), "interrupted while waiting for its end", e);
    } catch (ExecutionException e) {
      throw new ConnectionLostException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "this connection was closed while its end was waited for",
          e.getCause());
    }
  }
}
