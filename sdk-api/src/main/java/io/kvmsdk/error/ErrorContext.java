package io.kvmsdk.error;

import java.util.Optional;

/**
 * What every {@link HypervisorException} tells beside its message.
 *
 * @param operation the call, such as {@code domain.start}
 * @param object what it was about, such as {@code domain web-1}
 * @param nativeCode libvirt's error code or QMP's error class, where the other side gave one
 * @param outcome what became of the change
 */
public record ErrorContext(
    String operation, String object, Optional<String> nativeCode, Outcome outcome) {

  /** A context without a native code, of a change that was not made. */
  public static ErrorContext of(String operation, String object) {
    return new ErrorContext(operation, object, Optional.empty(), Outcome.NOT_APPLIED);
  }

  /** The same with the other side's code. */
  public ErrorContext withNativeCode(String code) {
    return new ErrorContext(operation, object, Optional.of(code), outcome);
  }

  /** The same with another outcome. */
  public ErrorContext withOutcome(Outcome other) {
    return new ErrorContext(operation, object, nativeCode, other);
  }
}
