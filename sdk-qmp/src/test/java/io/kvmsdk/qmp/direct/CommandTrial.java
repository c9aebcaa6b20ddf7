package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.qmp.Generated;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpSchema;
import io.kvmsdk.qmp.TypedCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Executes commands, compares what QEMU answers with what is expected, and remembers all. */
final class CommandTrial {

  private final QmpClient client;
  private final QmpSchema schema;
  private final Set<String> tried = new TreeSet<>();
  private final Set<String> absent = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  CommandTrial(QmpClient client) {
    this.client = client;
    this.schema = client.schema();
  }

  /** These succeed, and every member of what they answer can be read. */
  CommandTrial ok(TypedCommand<?>... commands) {
    for (TypedCommand<?> command : commands) {
      ok(command, result -> true);
    }
    return this;
  }

  /** This succeeds, with that result. */
  <R> CommandTrial ok(TypedCommand<R> command, Predicate<R> expected) {
    R result = execute(command, null);
    if (result != null) {
      try {
        Generated.readAll(result, new TreeSet<>());
      } catch (Exception e) {
        problems.add(command + " answers what cannot be read: " + e);
      }
      if (!expected.test(result)) {
        problems.add(command + " answers " + result);
      }
    }
    return this;
  }

  /** This is refused, for a reason with that text. */
  CommandTrial refused(TypedCommand<?> command, String text) {
    Object unused = execute(command, text);
    return this;
  }

  private <R> @Nullable R execute(TypedCommand<R> command, @Nullable String refusal) {
    if (!schema.supports(command.name())) {
      absent.add(command.name());
      return null;
    }
    if (!client.isOpen()) {
      return null; // it was told when that came to be
    }
    tried.add(command.name());
    try {
      R result = client.execute(command);
      if (refusal != null) {
        problems.add(command + " is not refused");
      }
      return result;
    } catch (HypervisorException e) {
      if (refusal == null || !String.valueOf(e.getMessage()).contains(refusal)) {
        problems.add(command + ": " + e.getMessage());
      }
      return null;
    }
  }

  /** The names of the commands that were tried. */
  Set<String> tried() {
    return tried;
  }

  /** Fails if QEMU ended. */
  void checkpoint() {
    assertThat(client.isOpen()).as(() -> String.join("\n", problems)).isTrue();
  }

  void passed() {
    System.out.println(
        client.greeting().version() + ": " + tried.size() + " commands, without " + absent);
    if (!problems.isEmpty()) {
      fail(String.join("\n", problems));
    }
    assertThat(tried).hasSizeGreaterThanOrEqualTo(120);
  }
}
