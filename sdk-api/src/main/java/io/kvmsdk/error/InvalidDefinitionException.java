package io.kvmsdk.error;

import org.jspecify.annotations.Nullable;

/** A definition, or a document, says something that cannot be. */
public final class InvalidDefinitionException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  private final String path;
  private final String value;
  private final String expected;

  /**
   * With the place and the remedy.
   *
   * @param path where, such as {@code domain/devices/disk[2]/target/@bus}
   * @param value what stands there; never a secret
   * @param expected what should stand there
   */
  public InvalidDefinitionException(
      ErrorContext context, String path, String value, String expected) {
    this(context, path, value, expected, null);
  }

  /** With what caused it. */
  public InvalidDefinitionException(
      ErrorContext context, String path, String value, String expected, @Nullable Throwable cause) {
    super(context, path + " is '" + value + "'; expected " + expected, cause);
    this.path = path;
    this.value = value;
    this.expected = expected;
  }

  /** For a value or document that is not part of a call to a hypervisor. */
  public InvalidDefinitionException(String path, String value, String expected) {
    this(
        ErrorContext.of("definition", path.isEmpty() ? "document" : path),
        path,
        value,
        expected,
        null);
  }

  /** Where the wrong value stands, such as {@code domain/devices/disk[2]/target/@bus}. */
  public String path() {
    return path;
  }

  /** What stands there. */
  public String value() {
    return value;
  }

  /** What should stand there. */
  public String expected() {
    return expected;
  }
}
