package io.kvmsdk.domain.passthrough.source;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.storage.HostAdapter;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlOut;
import io.kvmsdk.xml.XmlUnion;
import java.util.UUID;

/**
 * Which device of the host is given to a guest.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
public sealed interface HostDeviceSource
    permits IscsiHostDeviceSource,
        MdevHostDeviceSource,
        MiscHostDeviceSource,
        NetHostDeviceSource,
        PciHostDeviceSource,
        ScsiHostDeviceSource,
        StorageHostDeviceSource,
        UnknownHostDeviceSource,
        UsbHostDeviceSource,
        VhostHostDeviceSource {

  /** How it is read and written. */
  XmlUnion<HostDeviceSource> XML = new HostDeviceSourceXml();

  /** A PCI device. */
  static HostDeviceSource pci(PciAddress address) {
    return PciHostDeviceSource.builder().address(HostPciAddress.of(address)).build();
  }

  /** The USB device of that maker and product. */
  static HostDeviceSource usb(int vendor, int product) {
    return UsbHostDeviceSource.builder().vendor(vendor).product(product).build();
  }

  /** The USB device of that number on that bus. */
  static HostDeviceSource usbAt(int bus, int device) {
    return UsbHostDeviceSource.builder().bus(bus).device(device).build();
  }

  /** A logical unit of a SCSI adapter, such as {@code scsi_host0}. */
  static HostDeviceSource scsi(String adapter, int bus, long target, long unit) {
    return ScsiHostDeviceSource.builder()
        .adapter(HostAdapter.scsiHost(adapter))
        .bus(bus)
        .target(target)
        .unit(unit)
        .build();
  }

  /** All units of a SCSI host adapter, by its name in the kernel's configuration of vhost. */
  static HostDeviceSource vhostScsi(String wwpn) {
    return VhostHostDeviceSource.builder().wwpn(wwpn).build();
  }

  /** A mediated device. */
  static HostDeviceSource mdev(UUID uuid) {
    return MdevHostDeviceSource.builder().uuid(uuid).build();
  }

  /** A block device, for a container. */
  static HostDeviceSource storage(String path) {
    return StorageHostDeviceSource.builder().path(path).build();
  }

  /** A character device, for a container. */
  static HostDeviceSource misc(String path) {
    return MiscHostDeviceSource.builder().path(path).build();
  }

  /** A network interface, for a container. */
  static HostDeviceSource net(String interfaceName) {
    return NetHostDeviceSource.builder().interfaceName(interfaceName).build();
  }

  /**
   * What libvirt calls the way the device is handed over: {@code subsystem}, or {@code
   * capabilities} for a container.
   */
  default String mode() {
    return "subsystem";
  }

  /** What libvirt calls the kind of device, such as {@code pci}. */
  String type();

  /** What the document says of the source beyond what has a name here. */
  Extras extras();
}

final class HostDeviceSourceXml extends XmlUnion<HostDeviceSource> {

  @Override
  protected HostDeviceSource read(XmlIn in) {
    String mode = in.attrOr("mode", "subsystem");
    String type = in.required("type");
    XmlIn source = in.child("source");
    return switch (mode + " " + type) {
      case "subsystem pci" -> source.read(PciHostDeviceSource.XML);
      case "subsystem usb" -> source.read(UsbHostDeviceSource.XML);
      case "subsystem scsi", "subsystem scsi_host" -> scsi(source, mode, type);
      case "subsystem mdev" -> source.read(MdevHostDeviceSource.XML);
      case "capabilities storage" -> source.read(StorageHostDeviceSource.XML);
      case "capabilities misc" -> source.read(MiscHostDeviceSource.XML);
      case "capabilities net" -> source.read(NetHostDeviceSource.XML);
      default -> unknown(mode, type, source.unread());
    };
  }

  /** Both kinds differ by how the device is reached, and there may be more ways one day. */
  private static HostDeviceSource scsi(XmlIn source, String mode, String type) {
    String protocol = source.attr("protocol") ? source.value() : "";
    return switch (type + " " + protocol) {
      case "scsi ", "scsi adapter" -> source.read(ScsiHostDeviceSource.XML);
      case "scsi iscsi" -> source.read(IscsiHostDeviceSource.XML);
      case "scsi_host vhost" -> source.read(VhostHostDeviceSource.XML);
      default -> {
        Extras rest = source.unread();
        yield unknown(
            mode, type, protocol.isEmpty() ? rest : rest.withAttribute("protocol", protocol));
      }
    };
  }

  private static HostDeviceSource unknown(String mode, String type, Extras extras) {
    return UnknownHostDeviceSource.builder().mode(mode).type(type).extras(extras).build();
  }

  @Override
  protected void write(HostDeviceSource value, XmlOut out) {
    if (value instanceof PciHostDeviceSource pci) {
      out.write(PciHostDeviceSource.XML, pci);
    } else if (value instanceof UsbHostDeviceSource usb) {
      out.write(UsbHostDeviceSource.XML, usb);
    } else if (value instanceof ScsiHostDeviceSource scsi) {
      out.write(ScsiHostDeviceSource.XML, scsi);
    } else if (value instanceof IscsiHostDeviceSource iscsi) {
      out.write(IscsiHostDeviceSource.XML, iscsi);
    } else if (value instanceof VhostHostDeviceSource vhost) {
      out.write(VhostHostDeviceSource.XML, vhost);
    } else if (value instanceof MdevHostDeviceSource mdev) {
      out.write(MdevHostDeviceSource.XML, mdev);
    } else if (value instanceof StorageHostDeviceSource storage) {
      out.write(StorageHostDeviceSource.XML, storage);
    } else if (value instanceof MiscHostDeviceSource misc) {
      out.write(MiscHostDeviceSource.XML, misc);
    } else if (value instanceof NetHostDeviceSource net) {
      out.write(NetHostDeviceSource.XML, net);
    } else {
      out.beginIfAny("source", value.extras());
      out.end();
    }
  }
}
