package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.units.ByteSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a QEMU that somebody else started says of itself. */
final class AttachedFacts {

  private static final UUID NONE = new UUID(0, 0);
  private static final String PLUGGED = "/machine/peripheral/";
  private static final String VIRTIO = "/virtio-backend";
  private static final String TYPE_SUFFIX = "-machine";

  private final Call call;
  private final Monitor monitor;

  AttachedFacts(Call call, Monitor monitor) {
    this.call = call;
    this.monitor = monitor;
  }

  /** Its name and UUID; of a QEMU that was given none, made of its socket's path. */
  DomainRef identity(Path socket) {
    String name = monitor.ask(call, "query-name").path("name").asText("");
    UUID uuid = UUID.fromString(monitor.ask(call, "query-uuid").path("UUID").asText());
    return new DomainRef(
        uuid.equals(NONE)
            ? UUID.nameUUIDFromBytes(socket.toString().getBytes(StandardCharsets.UTF_8))
            : uuid,
        name.isEmpty() ? String.valueOf(socket.getFileName()) : name);
  }

  /** What can be told of its machine. */
  DomainDefinition definition(DomainRef domain) {
    boolean kvm = monitor.ask(call, "query-kvm").path("enabled").asBoolean();
    JsonNode memory = monitor.ask(call, "query-memory-size-summary");
    ByteSize size =
        ByteSize.bytes(
            memory.path("base-memory").asLong() + memory.path("plugged-memory").asLong());
    Optional<ByteSize> balloon = balloon();
    return DomainDefinition.builder()
        .type(kvm ? VirtType.KVM : VirtType.QEMU)
        .name(domain.name())
        .uuid(domain.uuid())
        .memory(size)
        .currentMemory(balloon)
        .memBalloon(balloon.isPresent() ? MemBalloon.virtio() : MemBalloon.none())
        .vcpus(vcpus())
        .os(os())
        .disks(disks())
        .build();
  }

  private Optional<ByteSize> balloon() {
    try {
      return Optional.of(
          ByteSize.bytes(monitor.ask(call, "query-balloon").path("actual").asLong()));
    } catch (InvalidStateException e) {
      return Optional.empty(); // it has none
    }
  }

  private Vcpus vcpus() {
    try {
      JsonNode places = monitor.ask(call, "query-hotpluggable-cpus");
      int online = 0;
      for (JsonNode place : places) {
        online += place.has("qom-path") ? 1 : 0;
      }
      return Vcpus.online(online).outOf(places.size());
    } catch (OperationFailedException e) {
      // A machine whose vCPUs are what they are.
      return Vcpus.of(monitor.ask(call, "query-cpus-fast").size());
    }
  }

  private Os os() {
    String machine =
        monitor
            .ask(
                call,
                "qom-get",
                JsonNodeFactory.instance
                    .objectNode()
                    .put("path", "/machine")
                    .put("property", "type"))
            .asText();
    String type =
        machine.endsWith(TYPE_SUFFIX)
            ? machine.substring(0, machine.length() - TYPE_SUFFIX.length())
            : machine;
    return Os.hvm(type).withArch(monitor.ask(call, "query-target").path("arch").asText());
  }

  /** Its disks; the target, which only definitions have, is the device's id or path. */
  private List<Disk> disks() {
    List<Disk> disks = new ArrayList<>();
    for (JsonNode block : monitor.ask(call, "query-block")) {
      String qdev = block.path("qdev").asText("");
      if (!qdev.isEmpty()) {
        disks.add(disk(qdev, block.path("inserted")));
      }
    }
    return disks;
  }

  private static Disk disk(String qdev, JsonNode inserted) {
    String id = qdev.startsWith(PLUGGED) ? qdev.substring(PLUGGED.length()) : qdev;
    String target = id.endsWith(VIRTIO) ? id.substring(0, id.length() - VIRTIO.length()) : id;
    String file = inserted.path("image").path("filename").asText("");
    Disk.Builder disk =
        Disk.builder()
            .target(target)
            .alias(target)
            .readOnly(inserted.path("ro").asBoolean())
            .source(file.isEmpty() ? DiskSource.empty() : DiskSource.file(file));
    String format = inserted.path("drv").asText("");
    return format.isEmpty() ? disk.build() : disk.format(new DiskFormat(format)).build();
  }
}
