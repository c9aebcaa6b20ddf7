package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/** The waiting thread was interrupted; its interrupt flag is set again. */
public final class CancelledException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  /** With the message alone. */
  public CancelledException(ErrorContext context, String message) {
    super(context, message, null);
  }

  /** With what caused it. */
  public CancelledException(ErrorContext context, String message, @Nullable Throwable cause) {
    super(context, message, cause);
  }
}
