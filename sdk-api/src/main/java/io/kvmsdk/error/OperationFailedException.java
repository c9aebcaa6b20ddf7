package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/**
 * The hypervisor or the guest refused, for a reason that no other type names; the message is its
 * own.
 */
public final class OperationFailedException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  /** With the message alone. */
  public OperationFailedException(ErrorContext context, String message) {
    super(context, message, null);
  }

  /** With what caused it. */
  public OperationFailedException(ErrorContext context, String message, @Nullable Throwable cause) {
    super(context, message, cause);
  }
}
