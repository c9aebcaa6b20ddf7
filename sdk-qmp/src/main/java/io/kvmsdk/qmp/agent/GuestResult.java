package io.kvmsdk.qmp.agent;

import io.kvmsdk.call.Call;
import io.kvmsdk.qmp.agent.type.GuestExecStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a program in a guest ended. Immutable. {@link #toString} does not show what it wrote.
 *
 * <p>The agent keeps at most 16 MiB of each stream; what is more is lost, and said to be.
 */
public final class GuestResult {

  private final Optional<Long> exitCode;
  private final Optional<Long> signal;
  private final byte[] output;
  private final byte[] errors;
  private final boolean truncated;

  private GuestResult(
      Optional<Long> exitCode,
      Optional<Long> signal,
      byte[] output,
      byte[] errors,
      boolean truncated) {
    this.exitCode = exitCode;
    this.signal = signal;
    this.output = output;
    this.errors = errors;
    this.truncated = truncated;
  }

  static GuestResult of(Call call, GuestExecStatus status) {
    return Calls.read(
        call,
        () ->
            new GuestResult(
                status.exitcode(),
                status.signal(),
                Calls.decode(call, status.outData().orElse("")),
                Calls.decode(call, status.errData().orElse("")),
                status.outTruncated().orElse(false) || status.errTruncated().orElse(false)));
  }

  /** Whether it ended by itself with 0. */
  public boolean succeeded() {
    return exitCode.filter(code -> code == 0).isPresent();
  }

  /** What it ended with, if it ended by itself. */
  public Optional<Long> exitCode() {
    return exitCode;
  }

  /** The signal that ended it, such as 9; in a Windows guest the unhandled exception's code. */
  public Optional<Long> signal() {
    return signal;
  }

  /** A copy of what it wrote to its standard output. */
  public byte[] output() {
    return output.clone();
  }

  /** A copy of what it wrote to its standard error. */
  public byte[] errors() {
    return errors.clone();
  }

  /** {@link #output} as UTF-8. */
  public String outputText() {
    return new String(output, StandardCharsets.UTF_8);
  }

  /** {@link #errors} as UTF-8. */
  public String errorText() {
    return new String(errors, StandardCharsets.UTF_8);
  }

  /** Whether a part of what it wrote is missing. */
  public boolean truncated() {
    return truncated;
  }

  /** Such as {@code exit code 1, 0 and 52 bytes}. */
  @Override
  public String toString() {
    String end =
        exitCode
            .map(code -> "exit code " + code)
            .or(() -> signal.map(number -> "signal " + number))
            .orElse("ended");
    return end + ", " + output.length + " and " + errors.length + " bytes";
  }
}
