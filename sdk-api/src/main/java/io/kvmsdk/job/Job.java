package io.kvmsdk.job;

import io.kvmsdk.call.Deadline;
import java.time.Duration;

/**
 * Something that takes long, and goes on in the hypervisor whether anybody waits for it or not. A
 * handle: thread-safe, holds no native resource, needs no close.
 *
 * <p>It lives on over a reconnect, and is found again by its {@link #id} by another process. What
 * it says of the job was told by the hypervisor; nothing is guessed. Where a job went away while
 * nobody was told, its state is {@link JobState#LOST}.
 *
 * <p>Every call but {@link #id} and {@link #state} talks to the hypervisor, and throws {@link
 * io.kvmsdk.error.HypervisorException} if that does not answer.
 *
 * @param <T> what comes out of it
 */
public interface Job<T> {

  /** Its name, of which there is one at a time in a machine. */
  String id();

  /** The state that was told last. No input or output. */
  JobState state();

  /** How far it has come; asked for. What was known last, where it has ended. */
  JobProgress progress();

  /**
   * Waits for its end.
   *
   * @return what came out of it
   * @throws io.kvmsdk.error.JobFailedException if it failed or was cancelled
   * @throws io.kvmsdk.error.ConnectionLostException if how it ended cannot be known any more
   * @throws io.kvmsdk.error.TimedOutException if it has not ended by then; it goes on
   * @throws io.kvmsdk.error.CancelledException if this thread was interrupted; the job goes on
   */
  T await(Deadline deadline);

  /** Waits for its end, at most {@code limit}; see {@link #await(Deadline)}. */
  default T await(Duration limit) {
    return await(Deadline.after(limit));
  }

  /**
   * Waits until it is {@link JobState#READY}; such a job ends when it is told to.
   *
   * @throws io.kvmsdk.error.JobFailedException if it failed or was cancelled before
   * @throws io.kvmsdk.error.InvalidStateException if it ended well and never was ready
   * @throws io.kvmsdk.error.ConnectionLostException if how it ended cannot be known any more
   * @throws io.kvmsdk.error.TimedOutException if it is not by then; it goes on
   */
  void awaitReady(Deadline deadline);

  /** Waits until it is ready, at most {@code limit}; see {@link #awaitReady(Deadline)}. */
  default void awaitReady(Duration limit) {
    awaitReady(Deadline.after(limit));
  }

  /**
   * Tells a job that is {@link JobState#READY} to end: a mirror pivots to its target. Returns when
   * it has been told; {@link #await} waits for the end.
   *
   * @throws io.kvmsdk.error.InvalidStateException if it is not ready; nothing was done
   */
  void complete();

  /**
   * Tells it to end without having done its work. Returns when it has been told; {@link #await}
   * waits for the end. Nothing happens where it has ended already.
   */
  void cancel();
}
