package io.kvmsdk.domain.device;

import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/**
 * Where a guest sees a device, by the bus it sits on.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
public sealed interface DeviceAddress permits PciDeviceAddress, DriveAddress, UnknownDeviceAddress {

  /** How an address is read and written. */
  XmlMapping<DeviceAddress> XML = new DeviceAddressXml();

  /** A place on a PCI bus. */
  static DeviceAddress pci(PciAddress address) {
    return PciDeviceAddress.of(address);
  }

  /** A place on a controller for disks. */
  static DeviceAddress drive(int controller, int bus, int target, int unit) {
    return DriveAddress.builder().controller(controller).bus(bus).target(target).unit(unit).build();
  }

  /** What libvirt calls the kind of address, such as {@code pci}. */
  String type();
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
      default -> UnknownDeviceAddress.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(DeviceAddress value, String name, XmlOut out) {
    if (value instanceof PciDeviceAddress pci) {
      out.write(name, PciDeviceAddress.XML, pci);
    } else if (value instanceof DriveAddress drive) {
      out.write(name, DriveAddress.XML, drive);
    } else {
      out.begin(name, ((UnknownDeviceAddress) value).extras());
      out.attr("type", value.type());
      out.end();
    }
  }
}
