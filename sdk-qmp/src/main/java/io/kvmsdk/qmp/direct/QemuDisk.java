package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.controller.ControllerType;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.DriveAddress;
import io.kvmsdk.domain.disk.BlockIo;
import io.kvmsdk.domain.disk.CacheMode;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskBus;
import io.kvmsdk.domain.disk.DiskDevice;
import io.kvmsdk.domain.disk.DiskDriver;
import io.kvmsdk.domain.disk.DiskModel;
import io.kvmsdk.domain.disk.ErrorPolicy;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.qmp.QmpCommand;
import io.kvmsdk.units.ByteSize;
import java.util.List;
import java.util.Optional;

/**
 * One disk in QEMU's terms, for the command line and for hot plug alike.
 *
 * @param nodes the block nodes, in the order to add them ({@code blockdev-add}); to be deleted in
 *     the opposite order
 * @param device the front end, whose id is the disk's alias ({@code device_add})
 * @param throttling what sets its limits once the device is there; empty if it has none
 */
record QemuDisk(
    List<ObjectNode> nodes, ObjectNode device, Optional<QmpCommand<JsonNode>> throttling) {

  QemuDisk {
    nodes = List.copyOf(nodes);
  }

  /**
   * Of a disk that {@link LiveDefinition} has completed.
   *
   * @param live the machine's completed definition
   * @param bootIndex its place in the machine's boot order; its own is taken where this is empty
   */
  static QemuDisk of(String path, DomainDefinition live, Disk disk, Optional<Integer> bootIndex) {
    List<ObjectNode> nodes = BlockNodes.of(path, disk);
    String alias = disk.alias().orElseThrow();
    // A virtio disk on PCI is a device within another.
    String device =
        DiskTarget.isOn(disk, DiskBus.VIRTIO)
            ? "/machine/peripheral/" + alias + "/virtio-backend"
            : alias;
    return new QemuDisk(
        nodes,
        new FrontEnd(path, live, disk).device(nodes, bootIndex.or(disk::bootOrder)),
        disk.ioTune()
            .filter(limits -> !limits.equals(IoTune.NONE) && !nodes.isEmpty())
            .map(limits -> Throttling.of(device, limits)));
  }

  /** The names of the block nodes, in the order to delete them. */
  List<String> nodeNames() {
    return nodes.stream()
        .map(node -> node.path("node-name").asText())
        .collect(java.util.ArrayList::new, (names, name) -> names.add(0, name), List::addAll);
  }

  /** What the guest sees. */
  private record FrontEnd(String path, DomainDefinition live, Disk disk) {

    ObjectNode device(List<ObjectNode> nodes, Optional<Integer> bootIndex) {
      QemuJson device = onBus();
      device.put("id", disk.alias());
      if (!nodes.isEmpty()) {
        device.put("drive", nodes.get(nodes.size() - 1).path("node-name").asText());
      } else if (!removable()) {
        throw Refusal.invalid(path + "/source", "absent", "where the data is");
      }
      device.put("bootindex", bootIndex);
      options(device, !nodes.isEmpty());
      return device.node();
    }

    private boolean removable() {
      return is(DiskDevice.CDROM) || is(DiskDevice.FLOPPY);
    }

    private boolean is(DiskDevice kind) {
      return DiskTarget.device(disk).equals(kind);
    }

    private QemuJson onBus() {
      DiskBus bus = DiskTarget.bus(disk);
      return switch (bus.value()) {
        case "virtio" -> virtio();
        case "scsi" -> scsi();
        case "sata", "ide" -> ide(bus);
        case "usb" -> usb();
        case "fdc" -> floppy();
        default -> throw Refusal.unknown(path + "/target/@bus", bus, "virtio, scsi or sata");
      };
    }

    private void only(DiskDevice... kinds) {
      if (!List.of(kinds).contains(DiskTarget.device(disk))) {
        throw Refusal.invalid(
            path + "/@device",
            DiskTarget.device(disk),
            "one of " + List.of(kinds) + " on the bus " + DiskTarget.bus(disk));
      }
    }

    private QemuJson virtio() {
      only(DiskDevice.DISK);
      String model = disk.model().orElse(DiskModel.VIRTIO).value();
      QemuJson device = QemuJson.object().put("driver", VirtioModel.driver("virtio-blk", model));
      PciBuses.of(live).put(device, path, disk.address());
      DiskDriver driver = disk.driver().orElse(DiskDriver.DEFAULT);
      device.put("iothread", driver.ioThread().map(number -> "iothread" + number));
      device.put("num-queues", driver.queues()).put("queue-size", driver.queueSize());
      VirtioOptions.of(driver).put(device);
      return device;
    }

    private DriveAddress place() {
      if (disk.address().isPresent() && disk.address().get() instanceof DriveAddress drive) {
        return drive;
      }
      throw Refusal.invalid(path + "/address/@type", "another", "drive");
    }

    private QemuJson scsi() {
      only(DiskDevice.DISK, DiskDevice.CDROM);
      DriveAddress place = place();
      Controller controller = controller(ControllerType.SCSI, place.controller().orElse(0));
      QemuJson device =
          QemuJson.object().put("driver", is(DiskDevice.CDROM) ? "scsi-cd" : "scsi-hd");
      device.put("bus", controller.alias().orElseThrow() + ".0");
      if (ControllerDevices.model(controller).equals("lsilogic")) {
        device.put("scsi-id", place.unit().orElse(0));
      } else {
        device.put("channel", place.bus().orElse(0));
        device.put("scsi-id", place.target().orElse(0)).put("lun", place.unit().orElse(0));
      }
      device.put("device_id", disk.serial().orElse("drive-" + disk.alias().orElseThrow()));
      device.put("vendor", disk.vendor()).put("product", disk.product());
      return device;
    }

    private Controller controller(ControllerType type, int index) {
      return live.controllers().stream()
          .filter(it -> it.type().equals(type) && it.index().orElse(0) == index)
          .findFirst()
          .orElseThrow(() ->
              Refusal.invalid(
                  path + "/address/@controller", index, "the index of a " + type + " controller"));
    }

    private QemuJson ide(DiskBus bus) {
      only(DiskDevice.DISK, DiskDevice.CDROM);
      DriveAddress place = place();
      ControllerType type = new ControllerType(bus.value());
      Controller controller = controller(type, place.controller().orElse(0));
      boolean builtIn = ControllerDevices.isBuiltIn(Chipset.of(live.os()), controller);
      String name = builtIn ? "ide" : controller.alias().orElseThrow();
      QemuJson device = QemuJson.object().put("driver", is(DiskDevice.CDROM) ? "ide-cd" : "ide-hd");
      return bus.equals(DiskBus.SATA)
          ? device.put("bus", name + "." + place.unit().orElse(0))
          : device
              .put("bus", name + "." + place.bus().orElse(0))
              .put("unit", place.unit().orElse(0));
    }

    private QemuJson usb() {
      only(DiskDevice.DISK, DiskDevice.CDROM);
      QemuJson device = QemuJson.object().put("driver", "usb-storage");
      device.put("bus", controller(ControllerType.USB, 0).alias().orElseThrow() + ".0");
      return device.put("removable", disk.removable());
    }

    private QemuJson floppy() {
      only(DiskDevice.FLOPPY);
      return QemuJson.object().put("driver", "floppy").put("unit", place().unit().orElse(0));
    }

    /** Refuses what other buses have. */
    private void only(boolean here, String at, String buses, Optional<?> said) {
      if (!here && said.isPresent()) {
        throw Refusal.unsupported(
            path + at, "only disks on " + buses + " have it", "leave it out, or use such a bus");
      }
    }

    private void refuseOfOtherBuses() {
      DiskDriver driver = disk.driver().orElse(DiskDriver.DEFAULT);
      boolean virtio = on(DiskBus.VIRTIO);
      only(virtio, "/@model", "virtio", disk.model());
      only(virtio, "/driver/@iothread", "virtio", driver.ioThread());
      only(virtio, "/driver/@queues", "virtio", driver.queues());
      only(virtio, "/driver/@queue_size", "virtio", driver.queueSize());
      Optional<String> option = VirtioOptions.of(driver).first();
      only(virtio, "/driver/@" + option.orElse(""), "virtio", option);
      boolean drive = on(DiskBus.SCSI) || on(DiskBus.SATA) || on(DiskBus.IDE);
      only(drive, "/wwn", "scsi, sata or ide", disk.wwn());
      only(drive, "/target/@rotation_rate", "scsi, sata or ide", disk.rotationRate());
      only(on(DiskBus.SCSI), "/vendor", "scsi", disk.vendor());
      only(on(DiskBus.SCSI), "/product", "scsi", disk.product());
      only(on(DiskBus.USB), "/target/@removable", "usb", disk.removable());
      only(!on(DiskBus.FDC), "/serial", "virtio, scsi, sata, ide or usb", disk.serial());
    }

    private boolean on(DiskBus bus) {
      return DiskTarget.isOn(disk, bus);
    }

    private void options(QemuJson device, boolean hasMedium) {
      refuseOfOtherBuses();
      DiskDriver driver = disk.driver().orElse(DiskDriver.DEFAULT);
      device.put("serial", disk.serial());
      device.put("wwn", disk.wwn().map(it -> Refusal.number(path + "/wwn", "0x" + hex(it))));
      device.put("rotation_rate", disk.rotationRate());
      if (hasMedium) {
        device.put("write-cache", driver.cache().flatMap(FrontEnd::writeCache));
      }
      Optional<ErrorPolicy> reading =
          driver.readErrorPolicy().or(() -> driver.errorPolicy().filter(it -> !ENOSPC.equals(it)));
      device.put("werror", driver.errorPolicy().map(it -> ENOSPC.equals(it) ? "enospc" : it));
      device.put("rerror", reading);
      if (disk.shareable()) {
        device.put("share-rw", true);
      }
      Optional<BlockIo> sizes = disk.blockIo();
      device.put("logical_block_size", bytes(sizes.flatMap(BlockIo::logicalBlockSize)));
      device.put("physical_block_size", bytes(sizes.flatMap(BlockIo::physicalBlockSize)));
      device.put("discard_granularity", bytes(sizes.flatMap(BlockIo::discardGranularity)));
    }

    private static final ErrorPolicy ENOSPC = ErrorPolicy.ENOSPACE;

    private static String hex(String wwn) {
      return wwn.startsWith("0x") ? wwn.substring(2) : wwn;
    }

    private static Optional<String> writeCache(CacheMode mode) {
      return switch (mode.value()) {
        case "none", "writeback", "unsafe" -> Optional.of("on");
        case "writethrough", "directsync" -> Optional.of("off");
        default -> Optional.empty();
      };
    }

    private static Optional<Long> bytes(Optional<ByteSize> size) {
      return size.map(ByteSize::bytes);
    }
  }
}
