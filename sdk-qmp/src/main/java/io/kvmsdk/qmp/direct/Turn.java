package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.TimedOutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one call at a time change a domain; the others wait within their deadlines. */
final class Turn {

  /** Ends the turn. */
  interface Taken extends AutoCloseable {
    @Override
    void close();
  }

  private final Semaphore free = new Semaphore(1, true);

  /**
   * Waits for the turn.
   *
   * @throws TimedOutException if another call keeps it for all of the deadline
   */
  Taken take(Call call) {
    try {
      if (!free.tryAcquire(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new TimedOutException(
            call.context(), "another call was changing it for all of " + call.deadline().budget());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          call.context(), "interrupted while another call was changing it", e);
    }
    return free::release;
  }
}
