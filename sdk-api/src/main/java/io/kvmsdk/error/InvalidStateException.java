package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/** The object is in a state that does not allow the call. */
public final class InvalidStateException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String actual;

  /** With the state that was needed and the one that was found. */
  public InvalidStateException(ErrorContext context, String expected, String actual) {
    this(context, expected, actual, null);
  }

  /** With what caused it. */
  public InvalidStateException(
      ErrorContext context, String expected, String actual, @Nullable Throwable cause) {
    super(context, "is " + actual + "; expected " + expected, cause);
    this.expected = expected;
    this.actual = actual;
  }

  /** The states that would allow the call, such as {@code running}. */
  public String expected() {
    return expected;
  }

  /** The state the object is in, such as {@code shutoff}, or what the other side said of it. */
  public String actual() {
    return actual;
  }
}
