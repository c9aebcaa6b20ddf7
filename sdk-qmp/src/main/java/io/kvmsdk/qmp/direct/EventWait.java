package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.qmp.QmpEvent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Waits for one event. It is made before the command that leads to the event is sent, so that the
 * event cannot come too early.
 */
final class EventWait implements AutoCloseable {

  private final Predicate<QmpEvent> wanted;
  private final Consumer<EventWait> onClose;
  private final CompletableFuture<QmpEvent> found = new CompletableFuture<>();

  EventWait(Predicate<QmpEvent> wanted, Consumer<EventWait> onClose) {
    this.wanted = wanted;
    this.onClose = onClose;
  }

  void offer(QmpEvent event) {
    if (wanted.test(event)) {
      found.complete(event);
    }
  }

  void lost(HypervisorException cause) {
    found.completeExceptionally(cause);
  }

  /**
   * The event; empty where the deadline passes first.
   *
   * @throws ConnectionLostException if QEMU is gone; what was asked for may have been done
   */
  Optional<QmpEvent> await(Call call, Deadline deadline) {
    try {
      return Optional.of(found.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "interrupted while waiting for what had been asked for",
          e);
    } catch (ExecutionException e) {
      throw new ConnectionLostException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "QEMU is gone while this was waited for",
          e.getCause());
    }
  }

  @Override
  public void close() {
    onClose.accept(this);
  }
}
