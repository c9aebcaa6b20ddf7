package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.controller.ControllerType;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskBus;
import io.kvmsdk.domain.features.MachineFeatures;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.ResourcesExhaustedException;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.XmlElement;
import java.util.Optional;
import java.util.UUID;

/**
 * Completes definitions: what the definition of a running machine says beyond what its user wrote.
 *
 * <p>That is its identity, MAC addresses, the devices that come by themselves (a balloon, the
 * controllers that devices need, the serial port of a console, spare root ports), the alias of each
 * device, which is its id in QEMU, and the place of each on its bus. What is there stays as it is,
 * so that completing a completed definition changes nothing.
 */
final class LiveDefinition {

  private LiveDefinition() {}

  /**
   * Refuses what cannot be had, and completes the rest.
   *
   * @throws io.kvmsdk.error.InvalidDefinitionException if devices contradict each other
   * @throws io.kvmsdk.error.UnsupportedFeatureException if it asks for what the direct backend
   *     cannot do
   */
  static DomainDefinition of(DomainDefinition definition) {
    Honoured.checkDomain(XmlElement.parse(definition.toXml()));
    DomainDefinition complete = withIdentity(definition);
    complete = CharDevices.withSerialOfConsole(complete);
    DrivePlaces drives = new DrivePlaces(complete.disks());
    complete = complete.withDisks(DevicePaths.map("disk", complete.disks(), drives::place));
    complete = VideoDevices.needed(NeededControllers.added(complete));
    complete = PciPlaces.given(complete);
    return new Aliases(complete).given(complete);
  }

  private static DomainDefinition withIdentity(DomainDefinition definition) {
    return definition
        .withUuid(definition.uuid().orElseGet(UUID::randomUUID))
        .withFeatures(definition.features().orElseGet(MachineFeatures::pc))
        .withMemBalloon(definition.memBalloon().orElseGet(MemBalloon::virtio))
        .withInterfaces(definition.interfaces().stream().map(LiveDefinition::withMac).toList());
  }

  private static NetworkInterface withMac(NetworkInterface it) {
    return it.withMac(it.mac().orElseGet(MacAddress::random));
  }

  /**
   * Completes a disk that is to be hot-plugged.
   *
   * @param live the machine's completed definition, without the disk
   * @throws ResourcesExhaustedException if there is no free place for it
   * @throws io.kvmsdk.error.UnsupportedFeatureException if such a disk cannot be hot-plugged
   */
  static Disk plugged(DomainDefinition live, Disk disk) {
    Honoured.checkDevice(XmlElement.parse(disk.toXml()));
    DiskBus bus = DiskTarget.bus(disk);
    Disk placed = disk;
    if (bus.equals(DiskBus.VIRTIO)) {
      placed = disk.withAddress(pluggedAddress(live, "disk", disk.address()));
    } else if (bus.equals(DiskBus.SCSI)) {
      placed = new DrivePlaces(live.disks()).place("disk", disk);
      NeededControllers.require(live, ControllerType.SCSI, placed);
    } else if (!bus.equals(DiskBus.USB)) {
      throw Refusal.unsupported(
          "disk/target/@bus", "QEMU hot-plugs no disk on " + bus, "use virtio, scsi or usb");
    }
    return new Aliases(live).given("disk", placed);
  }

  /**
   * Completes an interface that is to be hot-plugged.
   *
   * @param live the machine's completed definition, without the interface
   * @throws ResourcesExhaustedException if there is no free place for it
   */
  static NetworkInterface plugged(DomainDefinition live, NetworkInterface it) {
    Honoured.checkDevice(XmlElement.parse(it.toXml()));
    NetworkInterface placed =
        withMac(it).withAddress(pluggedAddress(live, "interface", it.address()));
    return new Aliases(live).given(placed);
  }

  private static DeviceAddress pluggedAddress(
      DomainDefinition live, String path, Optional<DeviceAddress> own) {
    PciBuses pci = PciBuses.of(live);
    Optional<PciAddress> wanted = DevicePaths.pciAddress(own);
    if (wanted.isPresent()) {
      pci.claimPlugged(path + "/address", wanted.get());
      return own.orElseThrow();
    }
    return pci.placeIfFree(true)
        .map(DeviceAddress::pci)
        .orElseThrow(() ->
            new ResourcesExhaustedException(
                ErrorContext.of("attach", path),
                "no PCI slot is free for hot-plugging; take a device away, or define the"
                    + " machine with more pcie-root-port controllers"));
  }
}
