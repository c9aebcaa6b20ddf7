package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.controller.ControllerType;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.PciDeviceAddress;
import io.kvmsdk.units.PciAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The PCI buses of one machine: who sits where, and where there is room.
 *
 * <p>On q35 each device that has no place of its own gets a root port, for only from there can it
 * be unplugged. For one thread.
 */
final class PciBuses {

  private static final int SLOTS = 32;

  /** Root ports stand on bus 0 from here on, eight to a slot. */
  private static final int FIRST_PORT_SLOT = 2;

  /** Devices that are no PCI Express devices stand on q35's bus 0 from here on. */
  private static final int FIRST_CONVENTIONAL_SLOT = 0x10;

  private final Chipset chipset;
  private final Map<Integer, PciBus> buses = new TreeMap<>();
  private final Map<Integer, Controller> added = new TreeMap<>();

  private PciBuses(Chipset chipset) {
    this.chipset = chipset;
    PciBus root = new PciBus(chipset.rootBus(), chipset.rootModel());
    if (chipset.isExpress()) {
      root.reserve(0);
      root.reserve(0x1f);
    } else {
      root.reserve(0);
      root.take(1, 0);
      root.take(1, 1);
      root.take(1, 3);
    }
    root.keepForVideo(chipset.videoSlot());
    buses.put(0, root);
  }

  /**
   * The buses of a definition with all that has a place already.
   *
   * @throws io.kvmsdk.error.InvalidDefinitionException if two devices have one place, or one sits
   *     on a bus that is not there
   */
  static PciBuses of(DomainDefinition definition) {
    PciBuses pci = new PciBuses(Chipset.of(definition.os()));
    for (Controller controller : definition.controllers()) {
      if (controller.type().equals(ControllerType.PCI) && controller.index().isPresent()) {
        pci.addBus(controller);
      }
    }
    new DevicePaths(definition).forEachPci(pci::claim);
    return pci;
  }

  private void addBus(Controller controller) {
    int index = controller.index().orElse(0);
    String model = ControllerDevices.model(controller);
    if (index == 0) {
      if (!model.equals(chipset.rootModel())) {
        throw Refusal.invalid(
            "domain/devices/controller/@model",
            model,
            chipset.rootModel() + " for the PCI controller 0 of this machine");
      }
      return;
    }
    String id = controller.alias().orElse("pci." + index);
    if (buses.putIfAbsent(index, new PciBus(id, model)) != null) {
      throw Refusal.invalid(
          "domain/devices/controller/@index", index, "an index that no other PCI controller has");
    }
  }

  /** Notes that a device has a place. */
  private void claim(String path, PciAddress address, boolean rootPort) {
    if (address.domain() != 0) {
      throw Refusal.invalid(path + "/@domain", address.domain(), "0, the only one");
    }
    PciBus bus = buses.get(address.bus());
    if (bus == null) {
      if (!chipset.isExpress() || address.slot() != 0) {
        throw Refusal.invalid(
            path + "/@bus", address.bus(), "the index of a PCI controller of the definition");
      }
      bus = addPort(address.bus());
    }
    if (!bus.take(address.slot(), address.function())) {
      throw Refusal.invalid(path, address, "a place that is free");
    }
    if (rootPort) {
      bus.markPort(address.slot());
    }
  }

  /** Makes a root port; its bus is empty. */
  private PciBus addPort(int index) {
    Controller port =
        Controller.pcieRootPort()
            .withIndex(index)
            .withAlias("pci." + index)
            .withAddress(PciDeviceAddress.of(placePort()));
    PciBus bus = new PciBus("pci." + index, ControllerDevices.ROOT_PORT);
    buses.put(index, bus);
    added.put(index, port);
    return bus;
  }

  /** Finds a place for a root port: functions of slots that hold nothing else. */
  PciAddress placePort() {
    PciBus root = bus(0);
    for (int slot = FIRST_PORT_SLOT; slot < SLOTS; slot++) {
      for (int function = 0; function < 8; function++) {
        if (root.takeForPort(slot, function)) {
          return new PciAddress(0, 0, slot, function);
        }
      }
    }
    throw Refusal.unsupported(
        "domain/devices", "PCI bus 0 has no room for another root port", "take devices away");
  }

  private int freeIndex() {
    int index = 1;
    while (buses.containsKey(index)) {
      index++;
    }
    return index;
  }

  /** Finds a place for a device that the machine has from its start, making a port if need be. */
  PciAddress place(boolean express) {
    Optional<PciAddress> found = placeIfFree(express);
    if (found.isPresent()) {
      return found.get();
    }
    if (!chipset.isExpress() || !express) {
      throw Refusal.unsupported(
          "domain/devices",
          "PCI bus 0 has no room for another device",
          chipset.isExpress() ? "use virtio devices" : "take devices away, or use the machine q35");
    }
    int index = freeIndex();
    addPort(index).take(0, 0);
    return new PciAddress(0, index, 0, 0);
  }

  /** Finds a place among those that there are. */
  Optional<PciAddress> placeIfFree(boolean express) {
    if (chipset.isExpress() && express) {
      for (Map.Entry<Integer, PciBus> bus : buses.entrySet()) {
        if (bus.getValue().isFreePort() && bus.getValue().take(0, 0)) {
          return Optional.of(new PciAddress(0, bus.getKey(), 0, 0));
        }
      }
      return Optional.empty();
    }
    int first = chipset.isExpress() ? FIRST_CONVENTIONAL_SLOT : chipset.videoSlot() + 1;
    for (int slot = first; slot < SLOTS; slot++) {
      if (bus(0).isEmpty(slot) && bus(0).take(slot, 0)) {
        return Optional.of(new PciAddress(0, 0, slot, 0));
      }
    }
    return Optional.empty();
  }

  /** Takes this place if it is free, for a device that belongs there. */
  Optional<PciAddress> placeAt(int slot, int function) {
    return bus(0).take(slot, function)
        ? Optional.of(new PciAddress(0, 0, slot, function))
        : Optional.empty();
  }

  /** Takes the place that a device to be hot-plugged asks for. */
  void claimPlugged(String path, PciAddress address) {
    PciBus bus = buses.get(address.bus());
    if (bus == null
        || address.domain() != 0
        || !isPluggable(bus, address)
        || !bus.take(address.slot(), address.function())) {
      throw Refusal.invalid(path, address, "a place that is free and takes hot-plugged devices");
    }
  }

  private boolean isPluggable(PciBus bus, PciAddress address) {
    return chipset.isExpress()
        ? bus.isFreePort()
        : address.function() == 0 && bus.isEmpty(address.slot());
  }

  /** Makes root ports until so many are free; none on a machine that needs none. */
  void keepFree(int ports) {
    if (chipset.isExpress()) {
      long free = buses.values().stream().filter(PciBus::isFreePort).count();
      for (long i = free; i < ports; i++) {
        addPort(freeIndex());
      }
    }
  }

  /** The controllers that were made, by their index. */
  Map<Integer, Controller> added() {
    return new HashMap<>(added);
  }

  /** Puts a device in its place, in QEMU's terms. */
  void put(QemuJson device, String path, Optional<DeviceAddress> address) {
    PciAddress at =
        address
            .filter(PciDeviceAddress.class::isInstance)
            .flatMap(a -> ((PciDeviceAddress) a).address())
            .orElseThrow(() -> Refusal.invalid(path + "/address", "absent", "a place on PCI"));
    PciBus bus = bus(at.bus());
    device.put("bus", bus.id());
    String slot = "0x" + Integer.toHexString(at.slot());
    device.put("addr", at.function() == 0 ? slot : slot + ".0x" + at.function());
    Optional<Boolean> said =
        address.map(PciDeviceAddress.class::cast).flatMap(PciDeviceAddress::multifunction);
    boolean others = at.function() == 0 && bus.hasOtherFunctions(at.slot());
    if (others && !said.orElse(true)) {
      throw Refusal.invalid(
          path + "/address/@multifunction", "off", "on, for other functions are there");
    }
    if (others || said.orElse(false)) {
      device.put("multifunction", true);
    }
  }

  private PciBus bus(int index) {
    PciBus bus = buses.get(index);
    if (bus == null) {
      throw new IllegalStateException("no PCI bus " + index);
    }
    return bus;
  }
}
