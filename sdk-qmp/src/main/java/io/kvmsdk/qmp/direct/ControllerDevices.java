package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.controller.ControllerDriver;
import io.kvmsdk.domain.controller.ControllerModel;
import io.kvmsdk.domain.controller.ControllerModelName;
import io.kvmsdk.domain.controller.ControllerTarget;
import io.kvmsdk.domain.controller.ControllerType;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.units.PciAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Controllers in QEMU's terms. */
final class ControllerDevices {

  static final String ROOT_PORT = "pcie-root-port";

  private static final Map<String, String> BRIDGES =
      Map.of(
          ROOT_PORT,
          ROOT_PORT,
          "pci-bridge",
          "pci-bridge",
          "dmi-to-pci-bridge",
          "i82801b11-bridge",
          "pcie-to-pci-bridge",
          "pcie-pci-bridge");

  private static final Map<String, String> USB =
      Map.of(
          "piix3-uhci", "piix3-usb-uhci",
          "piix4-uhci", "piix4-usb-uhci",
          "ehci", "usb-ehci",
          "ich9-ehci1", "ich9-usb-ehci1",
          "ich9-uhci1", "ich9-usb-uhci1",
          "ich9-uhci2", "ich9-usb-uhci2",
          "ich9-uhci3", "ich9-usb-uhci3",
          "pci-ohci", "pci-ohci",
          "nec-xhci", "nec-usb-xhci",
          "qemu-xhci", "qemu-xhci");

  private static final Map<String, String> SCSI =
      Map.of(
          "lsilogic", "lsi53c895a",
          "lsisas1068", "mptsas1068",
          "lsisas1078", "megasas",
          "vmpvscsi", "pvscsi");

  private final DomainDefinition live;
  private final PciBuses pci;
  private final Set<Integer> chassis = new HashSet<>();

  /** Of a completed definition. */
  ControllerDevices(DomainDefinition live, PciBuses pci) {
    this.live = live;
    this.pci = pci;
    for (Controller controller : live.controllers()) {
      chassis(controller).ifPresent(chassis::add);
    }
  }

  /** What libvirt takes it for, where nothing is said. */
  static String model(Controller it) {
    if (it.model().isPresent() && !it.model().get().equals(ControllerModel.AUTO)) {
      return it.model().get().value();
    }
    if (it.type().equals(ControllerType.USB)) {
      return "qemu-xhci";
    }
    return it.type().equals(ControllerType.SCSI) ? "virtio-scsi" : "";
  }

  /** Whether the machine has it without being told. */
  static boolean isBuiltIn(Chipset chipset, Controller it) {
    boolean first = it.index().orElse(0) == 0;
    if (it.type().equals(ControllerType.PCI)) {
      return first;
    }
    if (it.type().equals(ControllerType.SATA)) {
      return first && chipset.isExpress();
    }
    return first
        && !chipset.isExpress()
        && (it.type().equals(ControllerType.IDE) || it.type().equals(ControllerType.FDC));
  }

  /** Refuses another place for a built-in controller than the one it has. */
  static void checkBuiltInPlace(String path, Chipset chipset, Controller it) {
    Optional<PciAddress> place =
        switch (it.type().value()) {
          case "sata" -> Optional.of(new PciAddress(0, 0, 0x1f, 2));
          case "ide" -> Optional.of(new PciAddress(0, 0, 1, 1));
          default -> Optional.empty();
        };
    Optional<PciAddress> said = DevicePaths.pciAddress(it.address());
    if (said.isPresent() && !said.equals(place)) {
      String there = place.map(at -> at + ", where the machine has it").orElse("none");
      throw Refusal.invalid(path, said.get(), there);
    }
  }

  static boolean isOnPci(Chipset chipset, Controller it) {
    return !isBuiltIn(chipset, it)
        && !it.type().equals(ControllerType.FDC)
        && !it.type().equals(ControllerType.IDE)
        && !model(it).equals("none");
  }

  /** Whether it is a PCI Express device, or a virtio one, which is what its bus makes of it. */
  static boolean isExpress(Controller it) {
    String model = model(it);
    return model.endsWith("xhci")
        || model.equals("pcie-to-pci-bridge")
        || (VirtioModel.isExpress(model) && isVirtio(it));
  }

  private static boolean isVirtio(Controller it) {
    return it.type().equals(ControllerType.VIRTIO_SERIAL)
        || (it.type().equals(ControllerType.SCSI) && !SCSI.containsKey(model(it)));
  }

  /** All controllers in an order in which each finds those that it needs. */
  void addTo(CommandLine.Builder b) {
    add(b, true, true);
    add(b, false, true);
    add(b, false, false);
  }

  private void add(CommandLine.Builder b, boolean pciOnes, boolean main) {
    List<Controller> all = live.controllers();
    for (int i = 0; i < all.size(); i++) {
      Controller it = all.get(i);
      boolean companion = it.masterStartPort().isPresent();
      if (it.type().equals(ControllerType.PCI) == pciOnes && companion != main) {
        String path = DevicePaths.path("controller", i, all.size());
        device(path, it).ifPresent(device -> b.device(device.node()));
      }
    }
  }

  private Optional<QemuJson> device(String path, Controller it) {
    Chipset chipset = Chipset.of(live.os());
    if (isBuiltIn(chipset, it) || model(it).equals("none")) {
      refuseOfBuiltIn(path + "/driver", it.driver());
      refuseOfBuiltIn(path + "/model", it.modelName());
      refuseOfBuiltIn(path + "/target", it.target());
      refuseOfBuiltIn(path + "/master", it.masterStartPort());
      return Optional.empty();
    }
    String id = it.alias().orElseThrow();
    String type = it.type().value();
    QemuJson device =
        switch (type) {
          case "pci" -> bridge(path, it, id);
          case "usb" -> usb(path, it, id);
          case "scsi" -> scsi(path, it, id);
          case "sata" -> QemuJson.device("ahci", id);
          case "fdc" -> QemuJson.device("isa-fdc", id);
          case "virtio-serial" -> virtioSerial(path, it, id);
          default ->
              throw Refusal.unsupported(
                  path, "this machine has no controller " + type, "use sata, scsi or virtio");
        };
    if (isOnPci(chipset, it)) {
      pci.put(device, path, it.address());
    }
    return Optional.of(device);
  }

  private static void refuseOfBuiltIn(String path, Optional<?> said) {
    if (said.isPresent()) {
      throw Refusal.unsupported(path, "the machine's own has no choice of it", "leave it out");
    }
  }

  private QemuJson bridge(String path, Controller it, String id) {
    String model = model(it);
    String known = known(BRIDGES, path, model);
    String named = it.modelName().map(ControllerModelName::value).orElse(known);
    if (!named.equals(known) && !(model.equals(ROOT_PORT) && named.equals("ioh3420"))) {
      throw Refusal.unknown(path + "/model/@name", named, known);
    }
    QemuJson device = QemuJson.device(named, id);
    ControllerTarget target = it.target().orElseGet(() -> ControllerTarget.builder().build());
    String at = path + "/target/@";
    if (model.equals(ROOT_PORT)) {
      device.put("port", target.port().orElseGet(() -> portOf(it)));
      device.put("chassis", target.chassis().orElseGet(() -> freeChassis(it)));
      device.put("hotplug", target.hotplug());
    } else {
      refuse(at + "chassis", target.chassis());
      refuse(at + "port", target.port());
      refuse(at + "hotplug", target.hotplug());
    }
    if (model.equals("pci-bridge")) {
      device.put("chassis_nr", target.chassisNr().or(it::index).orElse(0));
    } else {
      refuse(at + "chassisNr", target.chassisNr());
    }
    return device;
  }

  private static void refuse(String path, Optional<?> said) {
    if (said.isPresent()) {
      throw Refusal.unsupported(path, "this controller has none", "leave it out");
    }
  }

  private static int portOf(Controller it) {
    return DevicePaths.pciAddress(it.address()).map(at -> at.slot() << 3 | at.function()).orElse(0);
  }

  private static Optional<Integer> chassis(Controller it) {
    return it.target().flatMap(ControllerTarget::chassis);
  }

  /** A number that tells the port from all others; that of its bus if it is free. */
  private int freeChassis(Controller it) {
    int number = it.index().orElse(1);
    while (!chassis.add(number)) {
      number = number % 255 + 1;
    }
    return number;
  }

  private QemuJson usb(String path, Controller it, String id) {
    QemuJson device = QemuJson.device(known(USB, path, model(it)), id);
    Optional<Integer> ports = it.ports();
    if (ports.isPresent() && !model(it).endsWith("xhci")) {
      throw Refusal.unsupported(
          path + "/@ports", "only qemu-xhci and nec-xhci have it", "leave it out");
    }
    device.put("p2", ports).put("p3", ports);
    Optional<Integer> startPort = it.masterStartPort();
    if (startPort.isPresent()) {
      device.node().remove("id");
      device.put("masterbus", id + ".0").put("firstport", startPort);
    }
    return device;
  }

  private QemuJson scsi(String path, Controller it, String id) {
    String model = model(it);
    if (!isVirtio(it)) {
      if (it.driver().isPresent()) {
        throw Refusal.unsupported(
            path + "/driver", "only virtio-scsi has it", "leave it out, or use virtio-scsi");
      }
      return QemuJson.device(known(SCSI, path, model), id);
    }
    String generation = model.equals("virtio-scsi") ? "virtio" : model;
    if (!VirtioModel.isVirtio(generation)) {
      throw Refusal.unknown(path + "/@model", model, "virtio-scsi");
    }
    QemuJson device = QemuJson.device(VirtioModel.driver("virtio-scsi", generation), id);
    Optional<ControllerDriver> driver = it.driver();
    device.put("num_queues", driver.flatMap(ControllerDriver::queues));
    device.put("cmd_per_lun", driver.flatMap(ControllerDriver::commandsPerLun));
    device.put("max_sectors", driver.flatMap(ControllerDriver::maxSectors));
    device.put(
        "iothread", driver.flatMap(ControllerDriver::ioThread).map(number -> "iothread" + number));
    driver.map(VirtioOptions::of).ifPresent(options -> options.put(device));
    return device;
  }

  private QemuJson virtioSerial(String path, Controller it, String id) {
    String model = it.model().map(ControllerModel::value).orElse("virtio");
    if (!VirtioModel.isVirtio(model)) {
      throw Refusal.unknown(path + "/@model", model, "virtio");
    }
    QemuJson device = QemuJson.device(VirtioModel.driver("virtio-serial", model), id);
    device.put("max_ports", it.ports());
    device.put("vectors", it.vectors());
    it.driver().map(VirtioOptions::of).ifPresent(options -> options.put(device));
    return device;
  }

  private static String known(Map<String, String> drivers, String path, String model) {
    String driver = drivers.get(model);
    if (driver == null) {
      throw Refusal.unknown(
          path + "/@model", model, String.join(" or ", new TreeSet<>(drivers.keySet())));
    }
    return driver;
  }
}
