package io.kvmsdk.domain.controller;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A controller of a domain: a bus, a bridge, a port. libvirt adds those that devices need.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#controllers">libvirt: Controllers</a>
 */
@Value.Immutable
@ValueStyle
public interface Controller extends Device, WithController {

  /** How it is read and written. */
  XmlMapping<Controller> XML = new ControllerXml();

  /** The root of a PCI Express machine such as {@code q35}; there is one already, number 0. */
  static Controller pcieRoot() {
    return pci(ControllerModel.PCIE_ROOT).withIndex(0);
  }

  /** A PCI Express root port, a place for one device that is hot-plugged on {@code q35}. */
  static Controller pcieRootPort() {
    return pci(ControllerModel.PCIE_ROOT_PORT);
  }

  /**
   * A bridge to 31 places for conventional PCI devices, behind a root port. Since libvirt 4.3.0.
   */
  static Controller pcieToPciBridge() {
    return pci(ControllerModel.PCIE_TO_PCI_BRIDGE);
  }

  /** A bridge to 31 more places for conventional PCI devices, on a conventional PCI bus. */
  static Controller pciBridge() {
    return pci(ControllerModel.PCI_BRIDGE);
  }

  /** A PCI Express root of its own, next to {@code q35}'s first, near a NUMA node of the guest. */
  static Controller pcieExpanderBus(int node) {
    return expander(ControllerModel.PCIE_EXPANDER_BUS, node);
  }

  /** A PCI bus of its own, next to {@code pc}'s first, near a NUMA node of the guest. */
  static Controller pciExpanderBus(int node) {
    return expander(ControllerModel.PCI_EXPANDER_BUS, node);
  }

  private static Controller expander(ControllerModel model, int node) {
    return pci(model).withTarget(ControllerTarget.builder().node(node).build());
  }

  /** A PCI controller of such a model. */
  static Controller pci(ControllerModel model) {
    return builder().type(ControllerType.PCI).model(model).build();
  }

  /** A virtio SCSI controller. */
  static Controller virtioScsi() {
    return builder().type(ControllerType.SCSI).model(ControllerModel.VIRTIO_SCSI).build();
  }

  /** A controller for consoles and channels. */
  static Controller virtioSerial() {
    return builder().type(ControllerType.VIRTIO_SERIAL).build();
  }

  /** A controller for six SATA disks. */
  static Controller sata() {
    return builder().type(ControllerType.SATA).build();
  }

  /** A controller for four IDE disks. */
  static Controller ide() {
    return builder().type(ControllerType.IDE).build();
  }

  /** A controller for USB devices of all speeds, the usual choice. */
  static Controller usb() {
    return builder().type(ControllerType.USB).model(ControllerModel.QEMU_XHCI).build();
  }

  /**
   * The four functions of an Intel ICH9 that are one USB 2 bus together, for guests without a
   * driver for {@link #usb()}.
   *
   * @param index the number of the bus
   */
  static List<Controller> usbEhci(int index) {
    Controller main =
        builder().type(ControllerType.USB).index(index).model(ControllerModel.ICH9_EHCI1).build();
    return List.of(
        main,
        main.withModel(ControllerModel.ICH9_UHCI1).withMasterStartPort(0),
        main.withModel(ControllerModel.ICH9_UHCI2).withMasterStartPort(2),
        main.withModel(ControllerModel.ICH9_UHCI3).withMasterStartPort(4));
  }

  /** No USB at all, where a machine would have it unasked. Since libvirt 0.10.0. */
  static Controller noUsb() {
    return builder().type(ControllerType.USB).model(ControllerModel.NONE).build();
  }

  /** A controller for smart cards. */
  static Controller ccid() {
    return builder().type(ControllerType.CCID).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <controller>} says, keeping what has no name here. */
  static Controller fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <controller>} says. */
  static Controller fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What it is for. */
  ControllerType type();

  /**
   * Its number among those of its type, to which addresses refer. Absent means the next free one
   * (since libvirt 1.3.5).
   */
  Optional<Integer> index();

  /** What it is. Absent means what the machine usually has. */
  Optional<ControllerModel> model();

  /**
   * How many devices it takes, for virtio serial and USB (since libvirt 1.3.5). Absent means the
   * hypervisor's choice.
   */
  Optional<Integer> ports();

  /** How many interrupt vectors a virtio serial one has. Absent means the hypervisor's choice. */
  Optional<Integer> vectors();

  /** How many grant frames the devices of Xen's bus get at most. Since libvirt 5.2.0. */
  Optional<Integer> maxGrantFrames();

  /** How many event channels Xen's bus has at most. Since libvirt 6.3.0. */
  Optional<Integer> maxEventChannels();

  /** How the hypervisor does its work. */
  Optional<ControllerDriver> driver();

  /**
   * The device that QEMU makes of a PCI controller. libvirt chooses and notes it; it has to stay
   * what it was. Since libvirt 1.2.19.
   */
  Optional<ControllerModelName> modelName();

  /** What the guest sees of a PCI controller. Since libvirt 1.2.19. */
  Optional<ControllerTarget> target();

  /**
   * For a companion that takes a USB 2 bus's slow devices: the first of the bus's ports that it
   * serves, from 0.
   */
  Optional<Integer> masterStartPort();

  /**
   * How much of the address space above 4 GiB a PCI root has for its devices; 0 for none. Since
   * libvirt 1.1.2.
   */
  Optional<ByteSize> pciHole64();

  /**
   * The number by which ACPI tells the guest of a PCI device, so that its name in the guest is
   * stable.
   */
  Optional<Integer> acpiIndex();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableController.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ControllerXml extends XmlMapping<Controller> {

  ControllerXml() {
    super("controller");
  }

  @Override
  protected Controller read(XmlIn in) {
    Controller.Builder b = Controller.builder();
    b.type(new ControllerType(in.required("type")));
    if (in.signedIntAttr("index")) b.index(in.intValue());
    if (in.attr("model")) b.model(new ControllerModel(in.value()));
    if (in.intAttr("ports")) b.ports(in.intValue());
    if (in.intAttr("vectors")) b.vectors(in.intValue());
    if (in.intAttr("maxGrantFrames")) b.maxGrantFrames(in.intValue());
    if (in.intAttr("maxEventChannels")) b.maxEventChannels(in.intValue());
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(ControllerDriver.XML));
    if (in.child("model").attr("name")) b.modelName(new ControllerModelName(in.value()));
    XmlIn target = in.child("target");
    if (target.present()) b.target(target.read(ControllerTarget.XML));
    if (in.child("master").intAttr("startport")) b.masterStartPort(in.intValue());
    if (in.child("pcihole64").sizeText("KiB")) b.pciHole64(in.size());
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Controller value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().toString());
    out.attr("index", value.index());
    out.attr("model", value.model());
    out.attr("ports", value.ports());
    out.attr("vectors", value.vectors());
    out.attr("maxGrantFrames", value.maxGrantFrames());
    out.attr("maxEventChannels", value.maxEventChannels());
    out.write("driver", ControllerDriver.XML, value.driver());
    out.part("model", "name", value.modelName());
    out.write("target", ControllerTarget.XML, value.target());
    out.part("master", "startport", value.masterStartPort());
    out.partSize("pcihole64", value.pciHole64());
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
