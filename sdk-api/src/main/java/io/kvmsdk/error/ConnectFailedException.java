package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/** No connection could be made; nothing of it is left open. */
public final class ConnectFailedException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  /** With the message alone. */
  public ConnectFailedException(ErrorContext context, String message) {
    super(context, message, null);
  }

  /** With what caused it. */
  public ConnectFailedException(ErrorContext context, String message, @Nullable Throwable cause) {
    super(context, message, cause);
  }
}
