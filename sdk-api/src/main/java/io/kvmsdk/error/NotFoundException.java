package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/** There is no such object: a domain, a disk, an interface. */
public final class NotFoundException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  /** With the message alone. */
  public NotFoundException(ErrorContext context, String message) {
    super(context, message, null);
  }

  /** With what caused it. */
  public NotFoundException(ErrorContext context, String message, @Nullable Throwable cause) {
    super(context, message, cause);
  }
}
