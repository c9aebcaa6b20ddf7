package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/** The host has not enough of something: memory, disk space, slots, descriptors. */
public final class ResourcesExhaustedException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  /** With the message alone. */
  public ResourcesExhaustedException(ErrorContext context, String message) {
    super(context, message, null);
  }

  /** With what caused it. */
  public ResourcesExhaustedException(
      ErrorContext context, String message, @Nullable Throwable cause) {
    super(context, message, cause);
  }
}
