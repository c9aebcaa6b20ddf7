package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/**
 * The deadline passed. What was asked for may still happen where {@link #outcome()} is {@link
 * Outcome#UNKNOWN}.
 */
public final class TimedOutException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  /** With the message alone. */
  public TimedOutException(ErrorContext context, String message) {
    super(context, message, null);
  }

  /** With what caused it. */
  public TimedOutException(ErrorContext context, String message, @Nullable Throwable cause) {
    super(context, message, cause);
  }
}
