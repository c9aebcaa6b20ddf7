package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.domain.disk.source.BlockDiskSource;
import io.kvmsdk.domain.disk.source.FileDiskSource;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a disk into a running machine, wholly or not at all. */
final class DiskPlug {

  private static final Logger LOG = LoggerFactory.getLogger(DiskPlug.class);

  /** What taking back half a disk may take, when the call's own time is over. */
  private static final Duration UNDOING = Duration.ofSeconds(10);

  private final Call call;
  private final Machine machine;
  private final Deque<String> added = new ArrayDeque<>();

  private DiskPlug(Call call, Machine machine) {
    this.call = call;
    this.machine = machine;
  }

  static void plug(Call call, Machine machine, Disk disk) {
    checkSource(call, disk);
    new DiskPlug(call, machine).plug(LiveDefinition.plugged(machine.live(), disk));
  }

  /** QEMU would say the same, but not tell this from other troubles. */
  private static void checkSource(Call call, Disk disk) {
    source(disk)
        .filter(file -> !Files.exists(Path.of(file)))
        .ifPresent(file -> {
          throw new InvalidDefinitionException(
              call.context(), "disk/source", file, "an image that is there");
        });
  }

  private static Optional<String> source(Disk disk) {
    if (disk.source() instanceof FileDiskSource file) {
      return file.file();
    }
    return disk.source() instanceof BlockDiskSource block ? block.device() : Optional.empty();
  }

  private void plug(Disk disk) {
    DomainDefinition with = withDisk(machine.live(), disk);
    QemuDisk parts = QemuDisk.of("disk", with, disk, Optional.empty());
    boolean done = false;
    try {
      for (ObjectNode node : parts.nodes()) {
        addNode(disk, node);
      }
      machine.monitor().ask(call, "device_add", parts.device());
      done = true;
    } finally {
      if (!done) {
        undo();
      }
    }
    machine.changed(live -> withDisk(live, disk));
    disk.ioTune().ifPresent(limits -> limit(disk, limits));
  }

  /** A device cannot be limited before it is there, nor taken back without the guest. */
  private void limit(Disk disk, IoTune limits) {
    try {
      Throttle.set(call, machine.monitor(), disk.alias().orElseThrow(), limits);
    } catch (HypervisorException e) {
      throw new OperationFailedException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "the disk " + disk.target() + " is there, and its limits are not: " + e.getMessage(),
          e);
    }
  }

  private static DomainDefinition withDisk(DomainDefinition live, Disk disk) {
    List<Disk> more = new ArrayList<>(live.disks());
    more.add(disk);
    return live.withDisks(more);
  }

  private void addNode(Disk disk, ObjectNode node) {
    try {
      machine.monitor().ask(call, "blockdev-add", node);
      added.push(node.path("node-name").asText());
    } catch (OperationFailedException e) {
      throw new InvalidDefinitionException(
          call.context(),
          "disk/source",
          source(disk).orElse(disk.source().type()),
          "an image that QEMU can open; it says: " + e.getMessage(),
          e);
    }
  }

  private void undo() {
    Call undoing = new Call(call.operation(), call.object(), Deadline.after(UNDOING));
    while (!added.isEmpty()) {
      removeNode(undoing, machine.monitor(), added.pop());
    }
  }

  /** Takes away the block nodes of a disk whose device is gone. */
  static void removeNodes(Call call, Monitor monitor, DomainDefinition live, Disk disk) {
    QemuDisk.of("disk", live, disk, Optional.empty())
        .nodeNames()
        .forEach(name -> removeNode(call, monitor, name));
  }

  private static void removeNode(Call call, Monitor monitor, String name) {
    try {
      monitor.ask(
          call, "blockdev-del", JsonNodeFactory.instance.objectNode().put("node-name", name));
    } catch (HypervisorException e) {
      LOG.warn("{}: the block node {} stays", call.object(), name, e);
    }
  }
}
