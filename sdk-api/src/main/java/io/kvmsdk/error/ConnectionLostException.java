package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/** The connection broke. {@link #outcome()} tells whether the call had already been sent. */
public final class ConnectionLostException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  /** With the message alone. */
  public ConnectionLostException(ErrorContext context, String message) {
    super(context, message, null);
  }

  /** With what caused it. */
  public ConnectionLostException(ErrorContext context, String message, @Nullable Throwable cause) {
    super(context, message, cause);
  }
}
