package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/** Somebody else holds or is changing the object: a lock, a job, another process. */
public final class ConflictException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  /** With the message alone. */
  public ConflictException(ErrorContext context, String message) {
    super(context, message, null);
  }

  /** With what caused it. */
  public ConflictException(ErrorContext context, String message, @Nullable Throwable cause) {
    super(context, message, cause);
  }
}
