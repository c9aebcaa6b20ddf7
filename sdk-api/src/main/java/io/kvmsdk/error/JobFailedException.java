package io.kvmsdk.error;

/**
 * A job ended without having done its work, with an error or because it was cancelled. {@link
 * #outcome()} is {@link Outcome#UNKNOWN}, for part of the work may have been done: what it was to
 * write to has some of the data.
 */
public final class JobFailedException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final boolean cancelled;

  /**
   * With the hypervisor's own text.
   *
   * @param cancelled whether it ended because it was told to
   */
  public JobFailedException(ErrorContext context, String reason, boolean cancelled) {
    super(
        context.withOutcome(Outcome.UNKNOWN),
        (cancelled ? "was cancelled: " : "failed: ") + reason,
        null);
    this.reason = reason;
    this.cancelled = cancelled;
  }

  /** What the hypervisor says went wrong. */
  public String reason() {
    return reason;
  }

  /** Whether it ended because it was told to, by whomever. */
  public boolean wasCancelled() {
    return cancelled;
  }
}
