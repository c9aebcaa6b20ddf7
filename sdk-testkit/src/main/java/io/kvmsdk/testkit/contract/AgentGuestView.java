package io.kvmsdk.testkit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Asks a Linux guest through its agent. */
final class AgentGuestView implements GuestView {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern MEM_TOTAL = Pattern.compile("MemTotal:\\s+(\\d+) kB");
  private static final Pattern PARTITION =
      Pattern.compile("(?m)^\\s*\\d+\\s+\\d+\\s+\\d+\\s+(\\S+)$");
  private static final Pattern WHOLE_DISK = Pattern.compile("[vshx]d[a-z]+|nvme\\d+n\\d+|sr\\d+");

  private final Domain domain;

  AgentGuestView(Domain domain) {
    this.domain = domain;
  }

  @Override
  public int onlineCpus() {
    int online = 0;
    for (JsonNode cpu : ask("guest-get-vcpus", JSON.createObjectNode())) {
      online += cpu.path("online").asBoolean() ? 1 : 0;
    }
    return online;
  }

  @Override
  public ByteSize memoryTotal() {
    String text = read("/proc/meminfo");
    Matcher total = MEM_TOTAL.matcher(text);
    if (!total.find()) {
      throw new IllegalStateException("the guest's /proc/meminfo has no MemTotal: " + text);
    }
    return ByteSize.kibibytes(Long.parseLong(total.group(1)));
  }

  @Override
  public Set<String> blockDevices() {
    Set<String> names = new LinkedHashSet<>();
    Matcher line = PARTITION.matcher(read("/proc/partitions"));
    while (line.find()) {
      if (WHOLE_DISK.matcher(line.group(1)).matches()) {
        names.add(line.group(1));
      }
    }
    return names;
  }

  @Override
  public Set<MacAddress> macAddresses() {
    Set<MacAddress> addresses = new LinkedHashSet<>();
    for (JsonNode card : ask("guest-network-get-interfaces", JSON.createObjectNode())) {
      String address = card.path("hardware-address").asText();
      if (!address.isEmpty() && !address.equals("00:00:00:00:00:00")) {
        addresses.add(MacAddress.of(address));
      }
    }
    return addresses;
  }

  @Override
  public String bootId() {
    return read("/proc/sys/kernel/random/boot_id").strip();
  }

  @Override
  public Duration timeToRead(String device, ByteSize amount) {
    String script =
        "echo 3 >/proc/sys/vm/drop_caches; dd if=/dev/"
            + device
            + " of=/dev/null bs=64k count="
            + amount.bytes() / 65536;
    ObjectNode program = JSON.createObjectNode().put("path", "/bin/sh");
    program.putArray("arg").add("-c").add(script);
    long start = System.nanoTime();
    int pid = ask("guest-exec", program).path("pid").asInt();
    JsonNode end =
        Awaitility.await(script)
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofMillis(50))
            .until(
                () -> ask("guest-exec-status", JSON.createObjectNode().put("pid", pid)),
                status -> status.path("exited").asBoolean());
    if (end.path("exitcode").asInt(-1) != 0) {
      throw new IllegalStateException(script + " failed in the guest: " + end);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private String read(String path) {
    int handle = ask("guest-file-open", JSON.createObjectNode().put("path", path)).asInt();
    ObjectNode file = JSON.createObjectNode().put("handle", handle);
    try {
      String content =
          ask("guest-file-read", file.deepCopy().put("count", 65536)).path("buf-b64").asText();
      return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
    } finally {
      ask("guest-file-close", file);
    }
  }

  private JsonNode ask(String command, ObjectNode arguments) {
    ObjectNode request = JSON.createObjectNode().put("execute", command);
    if (!arguments.isEmpty()) {
      request.set("arguments", arguments);
    }
    try {
      return JSON.readTree(domain.agent().execute(request.toString())).path("return");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(command + " of " + domain + " was not answered in JSON", e);
    }
  }
}
