package io.kvmsdk.job;

import java.util.Set;

/**
 * The phase that a job is in. Open: a newer hypervisor may have more of them.
 *
 * @param value its name
 */
public record JobState(String value) {

  /** It is there and has not begun. */
  public static final JobState CREATED = new JobState("created");

  /** It works. */
  public static final JobState RUNNING = new JobState("running");

  /** It was told to pause, or waits for an error of the storage to be seen to. */
  public static final JobState PAUSED = new JobState("paused");

  /** Both sides are the same and are kept so, until {@link Job#complete} or {@link Job#cancel}. */
  public static final JobState READY = new JobState("ready");

  /** Ready, and paused. */
  public static final JobState STANDBY = new JobState("standby");

  /** Its work is done; it waits for the other jobs of its group. */
  public static final JobState WAITING = new JobState("waiting");

  /** Its work is done; it waits to be told to make that final. */
  public static final JobState PENDING = new JobState("pending");

  /** It failed or was cancelled, and undoes what it has to. */
  public static final JobState ABORTING = new JobState("aborting");

  /** It has ended; how is about to be known. */
  public static final JobState CONCLUDED = new JobState("concluded");

  /** It has ended, and did what it was to do. */
  public static final JobState COMPLETED = new JobState("completed");

  /** It has ended with an error. */
  public static final JobState FAILED = new JobState("failed");

  /** It has ended, because it was told to. */
  public static final JobState CANCELLED = new JobState("cancelled");

  /** It is gone, and how it ended nobody was there to see. */
  public static final JobState LOST = new JobState("lost");

  private static final Set<JobState> ENDS = Set.of(COMPLETED, FAILED, CANCELLED, LOST);

  /** Whether nothing comes after it. */
  public boolean isEnd() {
    return ENDS.contains(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
