package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.host.Version;
import io.kvmsdk.qmp.QmpSchema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Command lines of definitions, and what stands in them, for tests. */
final class CommandLines {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What was asked for, as QEMU would read it. */
  private final List<String> arguments;

  private final CommandLine line;

  private CommandLines(CommandLine line) {
    this.line = line;
    this.arguments = line.arguments();
  }

  /** For QEMU 7.2, without a QEMU. */
  static CommandLines of(DomainDefinition definition) {
    return of(definition, new Version(7, 2, 22));
  }

  static CommandLines of(DomainDefinition definition, Version version) {
    DomainDefinition live = LiveDefinition.of(definition);
    return new CommandLines(
        CommandLine.of(live, qemu(version, live), folder(live), StandardCharsets.UTF_8));
  }

  static CommandLines ofXml(String xml) {
    return of(DomainDefinition.fromXml(xml));
  }

  /** A document with these devices, of the type kvm and the machine q35. */
  static String domain(String devices) {
    return domain("q35", "", devices);
  }

  static String domain(String machine, String elements, String devices) {
    return """
    <domain type='kvm'>
      <name>web-1</name>
      <memory unit='MiB'>512</memory>
      <os><type arch='x86_64' machine='%s'>hvm</type></os>
      %s
      <devices>%s</devices>
    </domain>
    """
        .formatted(machine, elements, devices);
  }

  static MachineFolder folder(DomainDefinition live) {
    return new MachineFolder(Path.of("/var/lib/app/vms"), live.uuid().orElseGet(UUID::randomUUID));
  }

  /** A QEMU that has whatever machine is asked for. */
  static QemuCapabilities qemu(Version version, DomainDefinition definition) {
    String machine = definition.os().machine().orElse("q35");
    return new QemuCapabilities(
        version,
        "",
        "x86_64",
        true,
        List.of(new QemuCapabilities.MachineType(machine, Optional.empty(), 288, true)),
        List.of(),
        new QmpSchema(MAPPER.createArrayNode()));
  }

  CommandLine line() {
    return line;
  }

  List<String> arguments() {
    return arguments;
  }

  /** The values of all options of that name. */
  List<String> all(String option) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i + 1 < arguments.size(); i++) {
      if (arguments.get(i).equals(option)) {
        found.add(arguments.get(i + 1));
      }
    }
    return found;
  }

  /** The value of the only option of that name. */
  String one(String option) {
    List<String> found = all(option);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + option + ": " + arguments);
    }
    return found.get(0);
  }

  List<JsonNode> json(String option) {
    return all(option).stream().filter(it -> it.startsWith("{")).map(CommandLines::read).toList();
  }

  /** The device of that id. */
  JsonNode device(String id) {
    return json("-device").stream()
        .filter(it -> it.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no device " + id + ": " + all("-device")));
  }

  /** The block node of that name. */
  JsonNode node(String name) {
    return json("-blockdev").stream()
        .filter(it -> it.path("node-name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no node " + name + ": " + all("-blockdev")));
  }

  /** The only command of that name that is sent before the guest runs. */
  JsonNode command(String name) {
    return line.commands().stream()
        .filter(it -> it.name().equals(name))
        .reduce((a, b) -> {
          throw new AssertionError("several " + name);
        })
        .orElseThrow(() -> new AssertionError("no " + name))
        .arguments();
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
