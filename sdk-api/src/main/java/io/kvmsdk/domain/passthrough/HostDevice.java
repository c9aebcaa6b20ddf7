package io.kvmsdk.domain.passthrough;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.HostDriverName;
import io.kvmsdk.domain.device.Rom;
import io.kvmsdk.domain.device.SgIoFilter;
import io.kvmsdk.domain.device.Teaming;
import io.kvmsdk.domain.passthrough.source.HostDeviceSource;
import io.kvmsdk.domain.passthrough.source.MdevHostDeviceSource;
import io.kvmsdk.domain.passthrough.source.PciHostDeviceSource;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.InterfaceIp;
import io.kvmsdk.network.Route;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A device of the host that is given to the guest.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public interface HostDevice extends Device, WithHostDevice {

  /** How it is read and written. */
  XmlMapping<HostDevice> XML = new HostDeviceXml();

  /** A PCI device, which libvirt takes from the host's driver and gives back at the end. */
  static HostDevice pci(PciAddress address) {
    return builder().source(HostDeviceSource.pci(address)).managed(true).build();
  }

  /** The USB device of that maker and product; there has to be just one. */
  static HostDevice usb(int vendor, int product) {
    return builder().source(HostDeviceSource.usb(vendor, product)).build();
  }

  /** The USB device at that place on the host, which changes as it is plugged in anew. */
  static HostDevice usbAt(int bus, int device) {
    return builder().source(HostDeviceSource.usbAt(bus, device)).build();
  }

  /** A mediated device, such as a part of a GPU, as a PCI device of the guest. */
  static HostDevice mdev(UUID uuid) {
    return builder().source(HostDeviceSource.mdev(uuid)).model(HostDeviceModel.VFIO_PCI).build();
  }

  /** A logical unit of a SCSI adapter of the host, such as {@code scsi_host0}. */
  static HostDevice scsi(String adapter, int bus, long target, long unit) {
    return builder().source(HostDeviceSource.scsi(adapter, bus, target, unit)).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <hostdev>} says, keeping what has no name here. */
  static HostDevice fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <hostdev>} says. */
  static HostDevice fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /**
   * Whether libvirt takes a PCI device from the host's driver and gives it back at the end; ignored
   * for others. Absent means no.
   */
  Optional<Boolean> managed();

  /**
   * Which SCSI commands pass; no hypervisor heeds it any more. Absent means {@link
   * SgIoFilter#FILTERED}. Since libvirt 1.0.6.
   */
  Optional<SgIoFilter> sgIo();

  /** Whether a SCSI device needs the capability for raw input and output. Since libvirt 1.2.9. */
  Optional<Boolean> rawIo();

  /**
   * As what the guest gets it; for mediated devices, which have to have it, and SCSI host adapters.
   */
  Optional<HostDeviceModel> model();

  /**
   * Whether consoles show what a virtual GPU draws. Absent means off. Mediated devices since
   * libvirt 4.6.0, PCI devices since libvirt 10.3.0.
   */
  Optional<Boolean> display();

  /**
   * Whether a virtual GPU has a framebuffer in memory until the guest's driver is there; only with
   * {@link #display}. Absent means off. Since libvirt 5.10.0.
   */
  Optional<Boolean> ramfb();

  /** What hands a PCI device over; what it says is ignored nowadays. */
  Optional<HostDriverName> driver();

  /**
   * The host's driver that holds a PCI device, such as {@code vfio-pci}. Absent means the best one
   * that libvirt finds. Since libvirt 10.0.0.
   */
  Optional<String> driverModel();

  /** Which device of the host it is. */
  HostDeviceSource source();

  /** The pair that it makes with a virtio interface. Since libvirt 7.1.0. */
  Optional<Teaming> teaming();

  /** The addresses of a network device in a container. Since libvirt 1.2.12. */
  List<InterfaceIp> ips();

  /** The routes of a container over a network device. Since libvirt 1.2.12. */
  List<Route> routes();

  /** The option ROM of a PCI device. Since libvirt 0.9.7. */
  Optional<Rom> rom();

  /**
   * Its place, from 1, in the order in which the firmware tries devices. PCI since libvirt 0.8.8,
   * USB since libvirt 1.0.1.
   */
  Optional<Integer> bootOrder();

  /** What the boot loader of an s390 machine is told. */
  Optional<String> loadParm();

  /** Whether the guest cannot write to it; SCSI only. Since libvirt 1.0.6. */
  boolean readOnly();

  /** Whether other domains may have it as well; SCSI only. Since libvirt 1.0.6. */
  boolean shareable();

  /** The number by which a guest names the device. */
  Optional<Integer> acpiIndex();

  /** Where on the host a PCI device sits. */
  default Optional<PciAddress> hostPciAddress() {
    return source() instanceof PciHostDeviceSource pci
        ? Optional.of(pci.address().address())
        : Optional.empty();
  }

  /** The UUID of a mediated device. */
  default Optional<UUID> mdevUuid() {
    return source() instanceof MdevHostDeviceSource mdev
        ? Optional.of(mdev.uuid())
        : Optional.empty();
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostDevice.Builder {
    Builder() {
      extras(Extras.NONE);
      readOnly(false);
      shareable(false);
    }
  }
}

final class HostDeviceXml extends XmlMapping<HostDevice> {

  HostDeviceXml() {
    super("hostdev");
  }

  @Override
  protected HostDevice read(XmlIn in) {
    HostDevice.Builder b = HostDevice.builder();
    b.source(in.read(HostDeviceSource.XML));
    if (in.yesNo("managed")) b.managed(in.flag());
    if (in.attr("sgio")) b.sgIo(new SgIoFilter(in.value()));
    if (in.yesNo("rawio")) b.rawIo(in.flag());
    if (in.attr("model")) b.model(new HostDeviceModel(in.value()));
    if (in.onOff("display")) b.display(in.flag());
    if (in.onOff("ramfb")) b.ramfb(in.flag());
    XmlIn driver = in.child("driver");
    if (driver.attr("name")) b.driver(new HostDriverName(in.value()));
    if (driver.attr("model")) b.driverModel(in.value());
    XmlIn teaming = in.child("teaming");
    if (teaming.present()) b.teaming(teaming.read(Teaming.XML));
    for (XmlIn ip : in.children("ip")) b.addIp(ip.read(InterfaceIp.XML));
    for (XmlIn route : in.children("route")) b.addRoute(route.read(Route.XML));
    XmlIn rom = in.child("rom");
    if (rom.present()) b.rom(rom.read(Rom.XML));
    XmlIn boot = in.child("boot");
    if (boot.intAttr("order")) b.bootOrder(in.intValue());
    if (boot.attr("loadparm")) b.loadParm(in.value());
    b.readOnly(in.has("readonly"));
    b.shareable(in.has("shareable"));
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostDevice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("mode", value.source().mode());
    out.attr("type", value.source().type());
    out.yesNo("managed", value.managed());
    out.attr("sgio", value.sgIo());
    out.yesNo("rawio", value.rawIo());
    out.attr("model", value.model());
    out.onOff("display", value.display());
    out.onOff("ramfb", value.ramfb());
    out.beginPart("driver");
    out.attr("name", value.driver());
    out.attr("model", value.driverModel());
    out.end();
    out.write(HostDeviceSource.XML, value.source());
    out.write("teaming", Teaming.XML, value.teaming());
    out.writeAll("ip", InterfaceIp.XML, value.ips());
    out.writeAll("route", Route.XML, value.routes());
    out.write("rom", Rom.XML, value.rom());
    out.beginPart("boot");
    out.attr("order", value.bootOrder());
    out.attr("loadparm", value.loadParm());
    out.end();
    out.flag("readonly", value.readOnly());
    out.flag("shareable", value.shareable());
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
