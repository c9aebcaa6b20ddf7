package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/** The guest agent is not there, or does not answer. */
public final class AgentUnavailableException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  /** With the message alone. */
  public AgentUnavailableException(ErrorContext context, String message) {
    super(context, message, null);
  }

  /** With what caused it. */
  public AgentUnavailableException(
      ErrorContext context, String message, @Nullable Throwable cause) {
    super(context, message, cause);
  }
}
