package io.kvmsdk.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.error.OperationFailedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the agent in a fake guest answers: the shapes of QEMU's guest agent protocol, filled from
 * what the guest knows.
 */
final class FakeAgentCommands {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern DD = Pattern.compile("\\bdd if=/dev/(\\w+) .*bs=64k count=(\\d+)");

  private static final List<String> COMMANDS =
      List.of(
          "guest-ping",
          "guest-sync",
          "guest-info",
          "guest-get-host-name",
          "guest-get-osinfo",
          "guest-get-vcpus",
          "guest-get-disks",
          "guest-network-get-interfaces",
          "guest-file-open",
          "guest-file-read",
          "guest-file-close",
          "guest-exec",
          "guest-exec-status",
          "guest-shutdown");

  private final FakeDomain domain;
  private final FakeMachine machine;
  private final FakeOs os;

  FakeAgentCommands(FakeDomain domain, FakeMachine machine) {
    this.domain = domain;
    this.machine = machine;
    this.os = machine.os();
  }

  String execute(FakeCall call, String request) {
    JsonNode command;
    try {
      command = JSON.readTree(request);
    } catch (JsonProcessingException e) {
      throw error(call, "GenericError", "Invalid JSON syntax");
    }
    String name = command.path("execute").asText();
    JsonNode arguments = command.path("arguments");
    JsonNode answer =
        switch (name) {
          case "guest-ping" -> JSON.createObjectNode();
          case "guest-sync" -> arguments.path("id");
          case "guest-info" -> info();
          case "guest-get-host-name" -> JSON.createObjectNode().put("host-name", "tiny");
          case "guest-get-osinfo" -> osInfo();
          case "guest-get-vcpus" -> vcpus();
          case "guest-get-disks" -> disks();
          case "guest-network-get-interfaces" -> cards();
          case "guest-file-open" -> open(call, arguments.path("path").asText());
          case "guest-file-read" -> read(call, arguments.path("handle").asInt());
          case "guest-file-close" -> JSON.createObjectNode();
          case "guest-exec" -> start(call, arguments.path("arg").path(1).asText());
          case "guest-exec-status" -> status(call, arguments.path("pid").asInt());
          case "guest-shutdown" -> shutDown(arguments.path("mode").asText("powerdown"));
          default ->
              throw error(call, "CommandNotFound", "The command " + name + " has not been found");
        };
    return JSON.createObjectNode().set("return", answer).toString();
  }

  private static OperationFailedException error(FakeCall call, String type, String message) {
    return new OperationFailedException(call.context().withNativeCode(type), message);
  }

  private static JsonNode info() {
    ObjectNode info = JSON.createObjectNode().put("version", "1.0.0");
    ArrayNode commands = info.putArray("supported_commands");
    COMMANDS.forEach(c ->
        commands.addObject().put("name", c).put("enabled", true).put("success-response", true));
    return info;
  }

  private static JsonNode osInfo() {
    return JSON.createObjectNode()
        .put("name", "Tiny")
        .put("id", "tiny")
        .put("pretty-name", "Tiny fake guest")
        .put("version-id", "1")
        .put("kernel-release", "6.1.0-fake")
        .put("machine", "x86_64");
  }

  private JsonNode vcpus() {
    ArrayNode all = JSON.createArrayNode();
    for (int i = 0; i < os.cpus(); i++) {
      all.addObject().put("logical-id", i).put("online", true).put("can-offline", i > 0);
    }
    return all;
  }

  private JsonNode disks() {
    ArrayNode all = JSON.createArrayNode();
    for (String name : os.disks()) {
      ObjectNode disk = all.addObject().put("name", "/dev/" + name).put("partition", false);
      disk.putArray("dependencies");
    }
    return all;
  }

  private JsonNode cards() {
    ArrayNode all = JSON.createArrayNode();
    all.addObject().put("name", "lo").put("hardware-address", "00:00:00:00:00:00");
    os.cards()
        .forEach((mac, name) ->
            all.addObject().put("name", name).put("hardware-address", mac.toString()));
    return all;
  }

  /** The few files that the guest has; a file's place here is its handle. */
  private Optional<String> file(int handle) {
    return switch (handle) {
      case 1 -> Optional.of("MemTotal:       " + os.memory().toKibibytes() + " kB\n");
      case 2 -> Optional.of(partitions());
      case 3 -> Optional.of(os.bootId() + "\n");
      default -> Optional.empty();
    };
  }

  private String partitions() {
    StringBuilder text = new StringBuilder("major minor  #blocks  name\n\n");
    int minor = 0;
    for (String name : os.disks()) {
      text.append(String.format(" 254 %8d %10d %s\n", minor++ * 16, 0, name));
    }
    return text.toString();
  }

  private static JsonNode open(FakeCall call, String path) {
    int handle =
        switch (path) {
          case "/proc/meminfo" -> 1;
          case "/proc/partitions" -> 2;
          case "/proc/sys/kernel/random/boot_id" -> 3;
          default ->
              throw error(
                  call,
                  "GenericError",
                  "failed to open file '" + path + "' (mode: 'r'): No such file or directory");
        };
    return JSON.getNodeFactory().numberNode(handle);
  }

  private JsonNode read(FakeCall call, int handle) {
    byte[] content =
        file(handle)
            .orElseThrow(
                () -> error(call, "GenericError", "handle '" + handle + "' has not been found"))
            .getBytes(StandardCharsets.UTF_8);
    return JSON.createObjectNode()
        .put("count", content.length)
        .put("buf-b64", Base64.getEncoder().encodeToString(content))
        .put("eof", true);
  }

  /** The one program that the guest has is dd, which reads from a disk. */
  private JsonNode start(FakeCall call, String script) {
    Matcher dd = DD.matcher(script);
    Optional<String> target = dd.find() ? os.target(dd.group(1)) : Optional.empty();
    if (target.isEmpty()) {
      throw error(
          call, "GenericError", "Failed to execute child process: No such file or directory");
    }
    FakeDiskLoad load = machine.load(target.get());
    load.addRead(Long.parseLong(dd.group(2)) * 65536);
    double end = load.readInTheEnd();
    int pid = os.execute(() -> hasRead(target.get(), end));
    return JSON.createObjectNode().put("pid", pid);
  }

  /** Reading from a disk that was unplugged ends too. */
  private boolean hasRead(String target, double bytes) {
    return machine.definition().disk(target).isEmpty() || machine.load(target).hasRead(bytes);
  }

  private JsonNode status(FakeCall call, int pid) {
    boolean ended =
        os.hasEnded(pid)
            .orElseThrow(() -> error(call, "GenericError", "PID " + pid + " does not exist"));
    ObjectNode status = JSON.createObjectNode().put("exited", ended);
    return ended ? status.put("exitcode", 0) : status;
  }

  private JsonNode shutDown(String mode) {
    if (mode.equals("reboot")) {
      os.shutDown("reboot", () -> domain.reset(machine));
    } else {
      os.shutDown("poweroff", () -> domain.guestShutDown(machine));
    }
    return JSON.createObjectNode();
  }
}
