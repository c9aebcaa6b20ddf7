package io.kvmsdk.domain.definition;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.PciDeviceAddress;
import io.kvmsdk.units.PciAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Looks over the devices of a domain whatever their kind. */
final class DeviceList {

  private static final int LAST_SLOT = 31;

  private DeviceList() {}

  /** The devices in the order in which their kinds are written. */
  static List<Device> of(DomainDevices of) {
    List<Device> all = new ArrayList<>();
    all.addAll(of.disks());
    all.addAll(of.controllers());
    all.addAll(of.filesystems());
    all.addAll(of.interfaces());
    all.addAll(of.smartcards());
    all.addAll(of.serials());
    all.addAll(of.parallels());
    all.addAll(of.consoles());
    all.addAll(of.channels());
    all.addAll(of.inputs());
    all.addAll(of.tpms());
    all.addAll(of.sounds());
    all.addAll(of.videos());
    all.addAll(of.hostDevices());
    all.addAll(of.redirDevices());
    all.addAll(of.hubs());
    all.addAll(of.watchdogs());
    all.addAll(of.rngs());
    all.addAll(of.panics());
    all.addAll(of.shmems());
    all.addAll(of.memoryDevices());
    all.addAll(of.cryptos());
    of.memBalloon().ifPresent(all::add);
    of.nvram().ifPresent(all::add);
    of.iommu().ifPresent(all::add);
    of.vsock().ifPresent(all::add);
    of.pstore().ifPresent(all::add);
    return List.copyOf(all);
  }

  static Optional<PciAddress> pciAddress(Device device) {
    return device
        .address()
        .filter(PciDeviceAddress.class::isInstance)
        .map(PciDeviceAddress.class::cast)
        .flatMap(PciDeviceAddress::address);
  }

  static OptionalInt nextFreeSlot(List<Device> devices, int bus) {
    BitSet taken = new BitSet();
    for (Device device : devices) {
      pciAddress(device)
          .filter(address -> address.domain() == 0 && address.bus() == bus)
          .ifPresent(address -> taken.set(address.slot()));
    }
    int free = taken.nextClearBit(1);
    return free > LAST_SLOT ? OptionalInt.empty() : OptionalInt.of(free);
  }
}
