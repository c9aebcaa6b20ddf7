package io.kvmsdk.domain.device;

import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/**
 * Where a guest sees a device, by the bus it sits on.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
public sealed interface DeviceAddress
    permits CcidAddress,
        CcwAddress,
        DimmAddress,
        DriveAddress,
        IsaAddress,
        PciDeviceAddress,
        SpaprVioAddress,
        UnassignedAddress,
        UnknownDeviceAddress,
        UsbAddress,
        VirtioMmioAddress,
        VirtioS390Address,
        VirtioSerialAddress {

  /** How it is read and written. */
  XmlMapping<DeviceAddress> XML = new DeviceAddressXml();

  /** A place on a PCI bus. */
  static DeviceAddress pci(PciAddress address) {
    return PciDeviceAddress.of(address);
  }

  /** A place on a controller for disks. */
  static DeviceAddress drive(int controller, int bus, int target, int unit) {
    return DriveAddress.builder().controller(controller).bus(bus).target(target).unit(unit).build();
  }

  /** A port of a USB controller. */
  static DeviceAddress usb(int bus, String port) {
    return UsbAddress.builder().bus(bus).port(port).build();
  }

  /** A port of a virtio serial controller. */
  static DeviceAddress virtioSerial(int controller, int port) {
    return VirtioSerialAddress.builder().controller(controller).bus(0).port(port).build();
  }

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class DeviceAddressXml extends XmlMapping<DeviceAddress> {

  DeviceAddressXml() {
    super("address");
  }

  @Override
  protected DeviceAddress read(XmlIn in) {
    String type = in.attrOr("type", "");
    return switch (type) {
      case "pci" -> in.read(PciDeviceAddress.XML);
      case "drive" -> in.read(DriveAddress.XML);
      case "virtio-serial" -> in.read(VirtioSerialAddress.XML);
      case "ccid" -> in.read(CcidAddress.XML);
      case "usb" -> in.read(UsbAddress.XML);
      case "spapr-vio" -> in.read(SpaprVioAddress.XML);
      case "ccw" -> in.read(CcwAddress.XML);
      case "virtio-mmio" -> in.read(VirtioMmioAddress.XML);
      case "virtio-s390" -> in.read(VirtioS390Address.XML);
      case "isa" -> in.read(IsaAddress.XML);
      case "dimm" -> in.read(DimmAddress.XML);
      case "unassigned" -> in.read(UnassignedAddress.XML);
      default -> UnknownDeviceAddress.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(DeviceAddress value, String name, XmlOut out) {
    if (value instanceof PciDeviceAddress pciDeviceAddress) {
      out.write(name, PciDeviceAddress.XML, pciDeviceAddress);
    } else if (value instanceof DriveAddress driveAddress) {
      out.write(name, DriveAddress.XML, driveAddress);
    } else if (value instanceof VirtioSerialAddress virtioSerialAddress) {
      out.write(name, VirtioSerialAddress.XML, virtioSerialAddress);
    } else if (value instanceof CcidAddress ccidAddress) {
      out.write(name, CcidAddress.XML, ccidAddress);
    } else if (value instanceof UsbAddress usbAddress) {
      out.write(name, UsbAddress.XML, usbAddress);
    } else if (value instanceof SpaprVioAddress spaprVioAddress) {
      out.write(name, SpaprVioAddress.XML, spaprVioAddress);
    } else if (value instanceof CcwAddress ccwAddress) {
      out.write(name, CcwAddress.XML, ccwAddress);
    } else if (value instanceof VirtioMmioAddress virtioMmioAddress) {
      out.write(name, VirtioMmioAddress.XML, virtioMmioAddress);
    } else if (value instanceof VirtioS390Address virtioS390Address) {
      out.write(name, VirtioS390Address.XML, virtioS390Address);
    } else if (value instanceof IsaAddress isaAddress) {
      out.write(name, IsaAddress.XML, isaAddress);
    } else if (value instanceof DimmAddress dimmAddress) {
      out.write(name, DimmAddress.XML, dimmAddress);
    } else if (value instanceof UnassignedAddress unassignedAddress) {
      out.write(name, UnassignedAddress.XML, unassignedAddress);
    } else {
      out.begin(name, value.extras());
      out.attr("type", value.type());
      out.end();
    }
  }
}
