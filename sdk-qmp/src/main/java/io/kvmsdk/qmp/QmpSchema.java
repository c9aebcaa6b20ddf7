package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the QEMU at the other end can do, as its {@code query-qmp-schema} tells it: the truth for
 * that one, whatever versions the generated types are from. Immutable.
 *
 * <p>An argument is named as QEMU names it; one within a structured argument by a path with dots,
 * such as {@code props.iothread}. It counts if it is there for some values of the other arguments
 * (of one block driver, say). A class stands for the command or event that it is generated from.
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

  /** Whether a command takes an argument. */
  public boolean supports(String command, String argument) {
    return !arguments(command, argument).isEmpty();
  }

  /** Whether an argument of a command, an enumeration, can have a value. */
  public boolean supports(String command, String argument, String value) {
    return values(command, argument, value).findAny().isPresent();
  }

  /** Whether there is such a command. */
  public boolean supports(Class<? extends TypedCommand<?>> command) {
    return supports(name(command));
  }

  /** Whether a command takes an argument. */
  public boolean supports(Class<? extends TypedCommand<?>> command, String argument) {
    return supports(name(command), argument);
  }

  /** Whether an argument of a command, an enumeration, can have a value. */
  public boolean supports(
      Class<? extends TypedCommand<?>> command, String argument, QmpEnum value) {
    return supports(name(command), argument, value.value());
  }

  /** Whether there is such an event. */
  public boolean emits(String event) {
    return events.contains(event);
  }

  /** Whether there is such an event. */
  public boolean emits(Class<? extends QmpEvent> event) {
    return emits(name(event));
  }

  /**
   * What QEMU says of a command or an event beyond its members, such as {@code deprecated} and
   * {@code unstable}.
   *
   * @return empty also where there is no such command or event
   */
  public Set<String> features(String commandOrEvent) {
    return commands.contains(commandOrEvent) || events.contains(commandOrEvent)
        ? features(List.of(entry(commandOrEvent)))
        : Set.of();
  }

  /** The same of an argument, for any values of the other arguments. */
  public Set<String> features(String command, String argument) {
    return features(arguments(command, argument));
  }

  /** The same of a value of an argument that is an enumeration. */
  public Set<String> features(String command, String argument, String value) {
    return features(values(command, argument, value).toList());
  }

  /**
   * What QEMU says of a command or an event, such as {@code deprecated}.
   *
   * @param commandOrEvent a generated class of one
   */
  public Set<String> features(Class<? extends QmpObject> commandOrEvent) {
    return features(name(commandOrEvent));
  }

  /** The same of an argument, for any values of the other arguments. */
  public Set<String> features(Class<? extends TypedCommand<?>> command, String argument) {
    return features(name(command), argument);
  }

  /** The same of a value of an argument that is an enumeration. */
  public Set<String> features(
      Class<? extends TypedCommand<?>> command, String argument, QmpEnum value) {
    return features(name(command), argument, value.value());
  }

  static String name(Class<? extends QmpObject> type) {
    QmpName name = type.getAnnotation(QmpName.class);
    if (name == null) {
      throw new IllegalArgumentException(type.getName() + " is not a generated type");
    }
    return name.value();
  }

  private static Set<String> features(List<JsonNode> elements) {
    Set<String> features = new TreeSet<>();
    for (JsonNode element : elements) {
      element.path("features").forEach(feature -> features.add(feature.asText()));
    }
    return Set.copyOf(features);
  }

  /** A value wherever it is one of the argument's. */
  private Stream<JsonNode> values(String command, String argument, String value) {
    return arguments(command, argument).stream()
        .flatMap(member -> enumerations(type(member.path("type").asText())))
        .flatMap(QmpSchema::values)
        .filter(one -> one.path("name").asText(one.asText()).equals(value));
  }

  /** What lists the values of a type; an alternate may have them as well. */
  private Stream<JsonNode> enumerations(JsonNode type) {
    return switch (type.path("meta-type").asText()) {
      case "enum" -> Stream.of(type);
      case "alternate" ->
          elements(type.path("members"))
              .flatMap(member -> enumerations(type(member.path("type").asText())));
      default -> Stream.empty();
    };
  }

  /** The values with their features; QEMU before 6.2 lists the bare values only. */
  private static Stream<JsonNode> values(JsonNode enumeration) {
    return elements(enumeration.path(enumeration.has("members") ? "members" : "values"));
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** What a path leads to: several members where variants have one of the name each. */
  private List<JsonNode> arguments(String command, String path) {
    List<JsonNode> types =
        commands.contains(command)
            ? List.of(type(entry(command).path("arg-type").asText()))
            : List.of();
    List<JsonNode> found = List.of();
    for (String name : path.split("\\.", -1)) {
      found = types.stream().flatMap(type -> members(type, name).stream()).toList();
      types = found.stream().map(member -> type(member.path("type").asText())).toList();
    }
    return found;
  }

  private List<JsonNode> members(JsonNode type, String name) {
    List<JsonNode> found = new ArrayList<>();
    if (type.path("meta-type").asText().equals("enum")) {
      return found;
    }
    for (JsonNode member : type.path("members")) {
      if (member.path("name").asText().equals(name)) {
        found.add(member);
      }
      // An alternate's members are its branches, and have no name.
      if (!member.has("name")) {
        found.addAll(members(type(member.path("type").asText()), name));
      }
    }
    for (JsonNode variant : type.path("variants")) {
      found.addAll(members(type(variant.path("type").asText()), name));
    }
    return found;
  }

  private JsonNode type(String name) {
    JsonNode type = entry(name);
    return type.has("element-type") ? type(type.path("element-type").asText()) : type;
  }

  private JsonNode entry(String name) {
    return entries.getOrDefault(name, Json.MAPPER.missingNode());
  }
}
