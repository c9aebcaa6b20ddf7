package io.kvmsdk.qmp.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to run in a guest, with its arguments. No shell reads them. Immutable; each {@code
 * with} method returns a copy. {@link #toString} shows the path only: all else may be secret.
 */
public final class GuestProgram {

  private static final Duration USUAL = Duration.ofMinutes(1);

  private final String path;
  private final List<String> arguments;
  private final Optional<Map<String, String>> environment;
  private final byte[] input;
  private final Duration timeout;

  private GuestProgram(
      String path,
      List<String> arguments,
      Optional<Map<String, String>> environment,
      byte[] input,
      Duration timeout) {
    this.path = path;
    this.arguments = arguments;
    this.environment = environment;
    this.input = input;
    this.timeout = timeout;
  }

  /**
   * One with the agent's environment, nothing to read and a minute's time.
   *
   * @param path a file in the guest, or a name that the agent finds in its own {@code PATH}
   */
  public static GuestProgram of(String path, String... arguments) {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("path is empty");
    }
    return new GuestProgram(path, List.of(arguments), Optional.empty(), new byte[0], USUAL);
  }

  /** The same with these arguments. */
  public GuestProgram withArguments(List<String> others) {
    return new GuestProgram(path, List.copyOf(others), environment, input, timeout);
  }

  /** The same with these environment variables and no others, not even {@code PATH}. */
  public GuestProgram withEnvironment(Map<String, String> variables) {
    variables
        .keySet()
        .forEach(name -> {
          if (name.isEmpty() || name.indexOf('=') >= 0) {
            throw new IllegalArgumentException("not a variable's name: '" + name + "'");
          }
        });
    return new GuestProgram(path, arguments, Optional.of(Map.copyOf(variables)), input, timeout);
  }

  /**
   * The same with something to read on its standard input, which ends after it. It is sent whole:
   * some megabytes at most.
   */
  public GuestProgram withInput(byte[] bytes) {
    return new GuestProgram(path, arguments, environment, bytes.clone(), timeout);
  }

  /** The same with another time to start and to end in, for {@link GuestPrograms#run}. */
  public GuestProgram withTimeout(Duration atMost) {
    if (atMost.isNegative() || atMost.isZero()) {
      throw new IllegalArgumentException("a timeout is more than zero: " + atMost);
    }
    return new GuestProgram(path, arguments, environment, input, atMost);
  }

  /** The file, or the name. */
  public String path() {
    return path;
  }

  /** What it is given. */
  public List<String> arguments() {
    return arguments;
  }

  /** Its variables; empty for the agent's own. */
  public Optional<Map<String, String>> environment() {
    return environment;
  }

  /** A copy of what it can read. */
  public byte[] input() {
    return input.clone();
  }

  /** What it may take. */
  public Duration timeout() {
    return timeout;
  }

  /** The same behind a shell, whose script is ours and gets all else as arguments. */
  GuestProgram behind(String shell, String script, String... before) {
    List<String> all = new ArrayList<>(List.of("-c", script, shell));
    all.addAll(List.of(before));
    all.add(path);
    all.addAll(arguments);
    return new GuestProgram(shell, List.copyOf(all), environment, input, timeout);
  }

  @Override
  public String toString() {
    return path;
  }
}
