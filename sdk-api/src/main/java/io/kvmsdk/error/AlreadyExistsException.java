package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/** There is one already: of that name, UUID, target or address. */
public final class AlreadyExistsException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  /** With the message alone. */
  public AlreadyExistsException(ErrorContext context, String message) {
    super(context, message, null);
  }

  /** With what caused it. */
  public AlreadyExistsException(ErrorContext context, String message, @Nullable Throwable cause) {
    super(context, message, cause);
  }
}
