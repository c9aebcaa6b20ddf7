package io.kvmsdk.job;

/**
 * How far a job has come, at one moment. The unit is the job's own, mostly bytes, and {@link
 * #total} may grow while it runs: a guest that writes gives a mirror more to do.
 *
 * @param done what is done, at least 0
 * @param total what there is to do as far as is known, at least 0; 0 where nothing is known yet
 */
public record JobProgress(long done, long total) {

  /** Nothing is known yet. */
  public static final JobProgress NONE = new JobProgress(0, 0);

  public JobProgress {
    if (done < 0 || total < 0) {
      throw new IllegalArgumentException("progress is not negative: " + done + " of " + total);
    }
  }

  /** The part that is done, 0 to 1; 0 where nothing is known yet. */
  public double fraction() {
    return total == 0 ? 0 : Math.min(1, (double) done / total);
  }

  /** What is left as far as is known, at least 0. */
  public long left() {
    return Math.max(0, total - done);
  }

  @Override
  public String toString() {
    return done + " of " + total;
  }
}
