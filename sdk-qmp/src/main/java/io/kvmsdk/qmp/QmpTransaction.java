package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Commands that take effect together or not at all: {@code transaction}, out of commands as they
 * are. Where QEMU refuses one, those before it are undone, and its error is that one's; QEMU does
 * not say which it was. Immutable.
 *
 * <p>{@link QmpClient#execute(QmpCommand)} executes it; {@link QmpJobs#startAll(QmpCommand)} does
 * so too and returns the jobs that it starts. What is more than a list of commands can be said with
 * the generated {@code Transaction}.
 */
public final class QmpTransaction implements QmpCommand<QmpObject> {

  /** What QEMU takes as an action, by the name of the command that does the same alone. */
  private static final Set<String> ACTIONS =
      Set.of(
          "block-dirty-bitmap-add",
          "block-dirty-bitmap-clear",
          "block-dirty-bitmap-disable",
          "block-dirty-bitmap-enable",
          "block-dirty-bitmap-merge",
          "block-dirty-bitmap-remove",
          "blockdev-backup",
          "blockdev-snapshot",
          "blockdev-snapshot-internal-sync",
          "blockdev-snapshot-sync",
          "drive-backup");

  private final List<QmpCommand<?>> commands;
  private final boolean grouped;

  private QmpTransaction(List<QmpCommand<?>> commands, boolean grouped) {
    this.commands = commands;
    this.grouped = grouped;
  }

  /**
   * One of these commands, in this order.
   *
   * @throws IllegalArgumentException if QEMU does not take one of them as an action; it is named
   */
  public static QmpTransaction of(QmpCommand<?>... commands) {
    for (QmpCommand<?> command : commands) {
      if (!ACTIONS.contains(command.name())) {
        throw new IllegalArgumentException(command.name() + " cannot be part of a transaction");
      }
    }
    return new QmpTransaction(List.of(commands), false);
  }

  /**
   * The same, whose jobs end together: where one fails or is cancelled the others are cancelled
   * too, and one whose work is done waits for the others ({@code completion-mode} {@code grouped}).
   * QEMU, 10.0 too, refuses it where there is an action other than a backup.
   */
  public QmpTransaction grouped() {
    return new QmpTransaction(commands, true);
  }

  @Override
  public String name() {
    return "transaction";
  }

  @Override
  public JsonNode arguments() {
    ObjectNode arguments = Json.MAPPER.createObjectNode();
    ArrayNode actions = arguments.putArray("actions");
    for (QmpCommand<?> command : commands) {
      ObjectNode action = actions.addObject().put("type", command.name());
      action.set("data", command.arguments());
    }
    if (grouped) {
      arguments.putObject("properties").put("completion-mode", "grouped");
    }
    return arguments;
  }

  @Override
  public QmpObject decode(JsonNode result) {
    return QmpObject.TYPE.of(result);
  }

  @Override
  public String toString() {
    return "transaction" + commands.stream().map(QmpCommand::name).toList();
  }
}
