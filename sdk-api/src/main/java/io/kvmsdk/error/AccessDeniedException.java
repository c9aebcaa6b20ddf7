package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/** The other side, or the operating system, refuses this user. */
public final class AccessDeniedException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  /** With the message alone. */
  public AccessDeniedException(ErrorContext context, String message) {
    super(context, message, null);
  }

  /** With what caused it. */
  public AccessDeniedException(ErrorContext context, String message, @Nullable Throwable cause) {
    super(context, message, cause);
  }
}
