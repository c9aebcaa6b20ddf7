package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the QEMU at the other end can do, as its {@code query-qmp-schema} tells it. Immutable.
 *
 * @see <a
 *     href="https://www.qemu.org/docs/master/devel/qapi-code-gen.html#client-json-protocol-introspection">
 *     Client JSON Protocol introspection</a>
 */
public final class QmpSchema {

  private final Map<String, JsonNode> entries = new HashMap<>();
  private final Set<String> commands = new TreeSet<>();
  private final Set<String> events = new TreeSet<>();

  /**
   * Out of what a QEMU answered.
   *
   * @param schema what {@code query-qmp-schema} returned
   */
  public QmpSchema(JsonNode schema) {
    for (JsonNode entry : schema) {
      String name = entry.path("name").asText();
      switch (entry.path("meta-type").asText()) {
        case "command" -> commands.add(name);
        case "event" -> events.add(name);
        default -> {}
      }
      entries.put(name, entry);
    }
  }

  /** All commands' names, sorted. */
  public Set<String> commands() {
    return Set.copyOf(commands);
  }

  /** All events' names. */
  public Set<String> events() {
    return Set.copyOf(events);
  }

  /** Whether there is such a command. */
  public boolean supports(String command) {
    return commands.contains(command);
  }

  /**
   * Whether a command takes an argument, whatever the values of its other arguments.
   *
   * @param argument its name; of a structured argument's members one with dots between, such as
   *     {@code props.iothread}
   */
  public boolean supports(String command, String argument) {
    JsonNode type = type(commands.contains(command) ? text(command, "arg-type") : "");
    for (String name : argument.split("\\.", -1)) {
      Optional<JsonNode> member = member(type, name);
      if (member.isEmpty()) {
        return false;
      }
      type = type(member.get().path("type").asText());
    }
    return true;
  }

  private Optional<JsonNode> member(JsonNode type, String name) {
    for (JsonNode member : type.path("members")) {
      if (member.path("name").asText().equals(name)) {
        return Optional.of(member);
      }
      // An alternate's members are its branches, and have no name.
      if (!member.has("name")) {
        Optional<JsonNode> inBranch = member(type(member.path("type").asText()), name);
        if (inBranch.isPresent()) {
          return inBranch;
        }
      }
    }
    for (JsonNode variant : type.path("variants")) {
      Optional<JsonNode> inVariant = member(type(variant.path("type").asText()), name);
      if (inVariant.isPresent()) {
        return inVariant;
      }
    }
    return Optional.empty();
  }

  private JsonNode type(String name) {
    JsonNode type = entries.getOrDefault(name, Json.MAPPER.missingNode());
    return type.has("element-type") ? type(type.path("element-type").asText()) : type;
  }

  private String text(String entry, String field) {
    return entries.getOrDefault(entry, Json.MAPPER.missingNode()).path(field).asText();
  }
}
