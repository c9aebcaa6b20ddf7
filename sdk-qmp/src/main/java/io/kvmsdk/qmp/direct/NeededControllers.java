package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.Console;
import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.controller.ControllerModel;
import io.kvmsdk.domain.controller.ControllerType;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.DriveAddress;
import io.kvmsdk.domain.device.VirtioSerialAddress;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskBus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds the controllers that devices of a definition need and that it does not name. */
final class NeededControllers {

  private final Chipset chipset;
  private final List<Controller> controllers = new ArrayList<>();

  private NeededControllers(Chipset chipset) {
    this.chipset = chipset;
  }

  static DomainDefinition added(DomainDefinition definition) {
    Chipset chipset = Chipset.of(definition.os());
    NeededControllers needed = new NeededControllers(chipset);
    needed.controllers.addAll(definition.controllers());
    needed.number();
    needed.need(ControllerType.PCI, 0, chipset.rootModel());
    definition.disks().forEach(needed::needFor);
    for (Channel channel : definition.channels()) {
      needed.needSerialBus(channel.address());
    }
    for (Console console : definition.consoles()) {
      if (CharDevices.isVirtio(console)) {
        needed.needSerialBus(console.address());
      }
    }
    if (SmallDevices.needUsb(definition)) {
      needed.need(ControllerType.USB, 0, "qemu-xhci");
    }
    return definition.withControllers(needed.controllers);
  }

  /** Gives numbers to those that have none. */
  private void number() {
    for (int i = 0; i < controllers.size(); i++) {
      Controller controller = controllers.get(i);
      if (controller.index().isEmpty()) {
        int index = 0;
        while (has(controller.type(), index)) {
          index++;
        }
        controllers.set(i, controller.withIndex(index));
      }
    }
  }

  private boolean has(ControllerType type, int index) {
    return controllers.stream().anyMatch(it -> is(it, type, index));
  }

  private static boolean is(Controller it, ControllerType type, int index) {
    return it.type().equals(type) && it.index().isPresent() && it.index().get() == index;
  }

  private void need(ControllerType type, int index, String model) {
    if (!has(type, index)) {
      Controller.Builder b = Controller.builder().type(type).index(index);
      controllers.add(model.isEmpty() ? b.build() : b.model(new ControllerModel(model)).build());
    }
  }

  private void needFor(Disk disk) {
    int index = controllerIndex(disk);
    DiskBus bus = DiskTarget.bus(disk);
    if (bus.equals(DiskBus.SCSI)) {
      need(ControllerType.SCSI, index, "virtio-scsi");
    } else if (bus.equals(DiskBus.SATA)) {
      need(ControllerType.SATA, index, "");
    } else if (bus.equals(DiskBus.FDC)) {
      need(ControllerType.FDC, index, "");
    } else if (bus.equals(DiskBus.IDE)) {
      if (chipset.isExpress()) {
        throw Refusal.unsupported(
            "domain/devices/disk/target/@bus", "the machine q35 has no IDE bus", "use sata");
      }
      need(ControllerType.IDE, index, "");
    }
  }

  private void needSerialBus(Optional<DeviceAddress> address) {
    int index =
        address.isPresent() && address.get() instanceof VirtioSerialAddress serial
            ? serial.controller().orElse(0)
            : 0;
    need(ControllerType.VIRTIO_SERIAL, index, "");
  }

  private static int controllerIndex(Disk disk) {
    return disk.address().isPresent() && disk.address().get() instanceof DriveAddress drive
        ? drive.controller().orElse(0)
        : 0;
  }

  /** Refuses to hot-plug a disk for which the machine has no controller. */
  static void require(DomainDefinition live, ControllerType type, Disk disk) {
    int index = controllerIndex(disk);
    if (live.controllers().stream().noneMatch(it -> is(it, type, index))) {
      throw Refusal.unsupported(
          "disk/target/@bus",
          "the machine runs without the controller " + type + " " + index,
          "define it with the controller, or use virtio");
    }
  }
}
