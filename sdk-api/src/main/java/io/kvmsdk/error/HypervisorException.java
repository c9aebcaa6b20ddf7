package io.kvmsdk.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whatever goes wrong with a hypervisor. Catch a subclass for its meaning; each tells the
 * operation, the object, the other side's own code, and whether the change was made.
 */
public abstract sealed class HypervisorException extends RuntimeException
    permits AccessDeniedException,
        AgentUnavailableException,
        AlreadyExistsException,
        CancelledException,
        ConflictException,
        ConnectFailedException,
        ConnectionLostException,
        InvalidDefinitionException,
        InvalidStateException,
        JobFailedException,
        NotFoundException,
        OperationFailedException,
        ResourcesExhaustedException,
        TimedOutException,
        UnsupportedFeatureException {

  private static final long serialVersionUID = 1L;

  private final String operation;
  private final String object;
  private final @Nullable String nativeCode;
  private final Outcome outcome;

  HypervisorException(ErrorContext context, String message, @Nullable Throwable cause) {
    super(text(context, message), cause);
    this.operation = context.operation();
    this.object = context.object();
    this.nativeCode = context.nativeCode().orElse(null);
    this.outcome = context.outcome();
  }

  /** The call that failed, such as {@code domain.start}. */
  public String operation() {
    return operation;
  }

  /** What the call was about, such as {@code domain web-1}. */
  public String object() {
    return object;
  }

  /** libvirt's error code or QMP's error class, where the other side gave one. */
  public Optional<String> nativeCode() {
    return Optional.ofNullable(nativeCode);
  }

  /** What became of the change that was asked for. */
  public Outcome outcome() {
    return outcome;
  }

  private static String text(ErrorContext context, String message) {
    String outcome =
        switch (context.outcome()) {
          case APPLIED -> "; the change was made";
          case NOT_APPLIED -> "";
          case UNKNOWN -> "; the change may have been made";
        };
    return context.operation()
        + " of "
        + context.object()
        + ": "
        + message
        + outcome
        + context.nativeCode().map(code -> " [" + code + "]").orElse("");
  }
}
