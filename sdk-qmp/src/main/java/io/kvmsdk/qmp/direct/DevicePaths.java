package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.PciDeviceAddress;
import io.kvmsdk.units.PciAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The devices of a definition, with the paths that errors name them by. */
final class DevicePaths {

  /** Is told of a device on PCI. */
  interface PciVisitor {
    void visit(String path, PciAddress address, boolean rootPort);
  }

  private final DomainDefinition definition;
  private final Chipset chipset;

  DevicePaths(DomainDefinition definition) {
    this.definition = definition;
    this.chipset = Chipset.of(definition.os());
  }

  /** The path of a device among those of its kind, such as {@code domain/devices/disk[2]}. */
  static String path(String element, int index, int count) {
    String path = "domain/devices/" + element;
    return count > 1 ? path + "[" + (index + 1) + "]" : path;
  }

  /** Makes something of each device of a kind, in their order. */
  static <T, R> List<R> map(String element, List<T> devices, BiFunction<String, T, R> function) {
    List<R> made = new ArrayList<>(devices.size());
    for (int i = 0; i < devices.size(); i++) {
      made.add(function.apply(path(element, i, devices.size()), devices.get(i)));
    }
    return made;
  }

  /** The PCI address that a device says; empty if it says none, or leaves its numbers out. */
  static Optional<PciAddress> pciAddress(Optional<DeviceAddress> address) {
    return address.isPresent() && address.get() instanceof PciDeviceAddress pci
        ? pci.address()
        : Optional.empty();
  }

  /** Visits each device that says its PCI address. */
  void forEachPci(PciVisitor visitor) {
    forEach(visitor, "controller", definition.controllers());
    forEach(visitor, "disk", definition.disks());
    forEach(visitor, "interface", definition.interfaces());
    forEach(visitor, "serial", definition.serials());
    forEach(visitor, "memballoon", definition.memBalloon().stream().toList());
    forEach(visitor, "rng", definition.rngs());
    forEach(visitor, "video", definition.videos());
    forEach(visitor, "input", definition.inputs());
    forEach(visitor, "watchdog", definition.watchdogs());
    forEach(visitor, "panic", definition.panics());
  }

  private void forEach(PciVisitor visitor, String element, List<? extends Device> devices) {
    for (int i = 0; i < devices.size(); i++) {
      Device device = devices.get(i);
      String path = path(element, i, devices.size()) + "/address";
      if (device instanceof Controller controller
          && ControllerDevices.isBuiltIn(chipset, controller)) {
        ControllerDevices.checkBuiltInPlace(path, chipset, controller);
        continue;
      }
      boolean rootPort =
          device instanceof Controller controller
              && ControllerDevices.model(controller).equals(ControllerDevices.ROOT_PORT);
      pciAddress(device.address()).ifPresent(at -> visitor.visit(path, at, rootPort));
    }
  }
}
