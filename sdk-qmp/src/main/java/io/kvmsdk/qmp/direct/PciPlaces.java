package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.controller.ControllerType;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskBus;
import io.kvmsdk.domain.video.Video;
import io.kvmsdk.units.PciAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives each PCI device of a definition its place. For one thread. */
final class PciPlaces {

  /**
   * How many root ports are free at the start of a machine of type q35, for devices to be
   * hot-plugged: each takes one, and none can be added while the machine runs. Enough for a dozen
   * hot-plugs and some more; an empty port costs little: booting with 32 of them took no longer
   * than with none.
   */
  static final int SPARE_PORTS = 16;

  private final DomainDefinition definition;
  private final Chipset chipset;
  private final PciBuses pci;

  private PciPlaces(DomainDefinition definition) {
    this.definition = definition;
    this.chipset = Chipset.of(definition.os());
    this.pci = PciBuses.of(definition);
  }

  /** The definition with all PCI devices in their places, and with the ports that this takes. */
  static DomainDefinition given(DomainDefinition definition) {
    return new PciPlaces(definition).placed();
  }

  private DomainDefinition placed() {
    DomainDefinition.Builder b = definition.toBuilder();
    b.videos(videos());
    b.inputs(
        definition.inputs().stream()
            .map(it -> SmallDevices.isOnPci(it) ? it.withAddress(placed(it.address(), true)) : it)
            .toList());
    b.watchdogs(
        definition.watchdogs().stream()
            .map(it -> SmallDevices.isOnPci(it) ? it.withAddress(placed(it.address(), false)) : it)
            .toList());
    b.panics(
        definition.panics().stream()
            .map(it -> SmallDevices.isOnPci(it) ? it.withAddress(placed(it.address(), false)) : it)
            .toList());
    List<Controller> controllers = new ArrayList<>();
    definition.controllers().forEach(it -> controllers.add(placed(it)));
    b.interfaces(
        definition.interfaces().stream()
            .map(it -> it.withAddress(placed(it.address(), QemuInterface.isExpress(it))))
            .toList());
    b.disks(definition.disks().stream().map(this::placed).toList());
    b.memBalloon(
        definition
            .memBalloon()
            .map(it ->
                SmallDevices.isBalloon(it) ? it.withAddress(placed(it.address(), true)) : it));
    b.rngs(
        definition.rngs().stream().map(it -> it.withAddress(placed(it.address(), true))).toList());
    b.serials(
        definition.serials().stream()
            .map(it -> CharDevices.isPci(it) ? it.withAddress(placed(it.address(), false)) : it)
            .toList());
    pci.keepFree(SPARE_PORTS);
    controllers.addAll(pci.added().values());
    return b.controllers(controllers).build();
  }

  private Disk placed(Disk disk) {
    return DiskTarget.isOn(disk, DiskBus.VIRTIO)
        ? disk.withAddress(placed(disk.address(), true))
        : disk;
  }

  private Controller placed(Controller it) {
    if (!ControllerDevices.isOnPci(chipset, it)
        || DevicePaths.pciAddress(it.address()).isPresent()) {
      return it;
    }
    if (ControllerDevices.model(it).equals(ControllerDevices.ROOT_PORT)) {
      return it.withAddress(DeviceAddress.pci(pci.placePort()));
    }
    boolean inSouthBridge =
        it.type().equals(ControllerType.USB) && ControllerDevices.model(it).equals("piix3-uhci");
    Optional<PciAddress> own = inSouthBridge ? pci.placeAt(1, 2) : Optional.empty();
    return it.withAddress(
        own.isPresent()
            ? DeviceAddress.pci(own.get())
            : placed(it.address(), ControllerDevices.isExpress(it)));
  }

  /** The first one where the machine's own is, if there is room. */
  private List<Video> videos() {
    List<Video> placed = new ArrayList<>(definition.videos());
    for (int i = 0; i < placed.size(); i++) {
      Video it = placed.get(i);
      if (VideoDevices.isThere(it) && DevicePaths.pciAddress(it.address()).isEmpty()) {
        Optional<PciAddress> first =
            i == 0 ? pci.placeAt(chipset.videoSlot(), 0) : Optional.empty();
        PciAddress address = first.orElseGet(() -> pci.place(false));
        placed.set(i, it.withAddress(DeviceAddress.pci(address)));
      }
    }
    return placed;
  }

  private DeviceAddress placed(Optional<DeviceAddress> own, boolean express) {
    return DevicePaths.pciAddress(own).isPresent()
        ? own.orElseThrow()
        : DeviceAddress.pci(pci.place(express));
  }
}
