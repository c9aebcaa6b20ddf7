package io.kvmsdk.domain.network.source;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.network.DirectMode;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlOut;
import io.kvmsdk.xml.XmlUnion;

/**
 * What a network interface is connected to.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#network-interfaces">libvirt: Network
 *     interfaces</a>
 */
public sealed interface InterfaceSource
    permits BridgeInterfaceSource,
        ClientInterfaceSource,
        DirectInterfaceSource,
        EthernetInterfaceSource,
        HostdevInterfaceSource,
        InternalInterfaceSource,
        McastInterfaceSource,
        NetworkInterfaceSource,
        NullInterfaceSource,
        ServerInterfaceSource,
        UdpInterfaceSource,
        UnknownInterfaceSource,
        UserInterfaceSource,
        VdpaInterfaceSource,
        VdsInterfaceSource,
        VhostUserInterfaceSource {

  /** How it is read and written. */
  XmlUnion<InterfaceSource> XML = new InterfaceSourceXml();

  /** A virtual network of libvirt, such as {@code default}. */
  static InterfaceSource network(String name) {
    return NetworkInterfaceSource.builder().network(name).build();
  }

  /** A virtual network of libvirt, in one of its port groups. */
  static InterfaceSource network(String name, String portGroup) {
    return NetworkInterfaceSource.builder().network(name).portGroup(portGroup).build();
  }

  /** A bridge of the host, such as {@code br0}; Open vSwitch's needs a virtual port as well. */
  static InterfaceSource bridge(String name) {
    return BridgeInterfaceSource.builder().bridge(name).build();
  }

  /** A macvtap on a device of the host, such as {@code eth0}. */
  static InterfaceSource direct(String device, DirectMode mode) {
    return DirectInterfaceSource.builder().device(device).mode(mode).build();
  }

  /** A macvtap on a device of the host, where it sees the other macvtaps of the device. */
  static InterfaceSource macvtap(String device) {
    return direct(device, DirectMode.BRIDGE);
  }

  /** The host's own network by address translation in user space. */
  static InterfaceSource user() {
    return UserInterfaceSource.builder().build();
  }

  /** A tap device, which the interface's target names. */
  static InterfaceSource ethernet() {
    return EthernetInterfaceSource.builder().build();
  }

  /** A virtual function of a network card of the host, which the guest gets itself. */
  static InterfaceSource hostdev(PciAddress function) {
    return HostdevInterfaceSource.builder().address(HostPciAddress.of(function)).build();
  }

  /** A program that moves the packets, which listens at a Unix socket for QEMU. */
  static InterfaceSource vhostUser(String path) {
    return vhostUser(path, SocketMode.CLIENT);
  }

  /** A program that moves the packets, over a Unix socket at which QEMU listens, or it. */
  static InterfaceSource vhostUser(String path, SocketMode mode) {
    return VhostUserInterfaceSource.builder()
        .socketType(VhostUserSocketType.UNIX)
        .path(path)
        .mode(mode)
        .build();
  }

  /** A vDPA device of the host, such as {@code /dev/vhost-vdpa-0}. */
  static InterfaceSource vdpa(String device) {
    return VdpaInterfaceSource.builder().device(device).build();
  }

  /** A group of machines that hear each other by multicast, such as 230.0.0.1 and 5558. */
  static InterfaceSource multicast(String group, int port) {
    return McastInterfaceSource.builder().address(group).port(port).build();
  }

  /** The end of a TCP tunnel that listens at this address of the host. */
  static InterfaceSource server(String address, int port) {
    return ServerInterfaceSource.builder().address(address).port(port).build();
  }

  /** The end of a TCP tunnel that connects to this address. */
  static InterfaceSource client(String address, int port) {
    return ClientInterfaceSource.builder().address(address).port(port).build();
  }

  /** Nothing. */
  static InterfaceSource none() {
    return NullInterfaceSource.builder().build();
  }

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class InterfaceSourceXml extends XmlUnion<InterfaceSource> {

  @Override
  protected InterfaceSource read(XmlIn in) {
    String type = in.required("type");
    XmlIn source = in.child("source");
    return switch (source.ifUnderstood(type)) {
      case "network" -> source.read(NetworkInterfaceSource.XML);
      case "bridge" -> source.read(BridgeInterfaceSource.XML);
      case "direct" -> source.read(DirectInterfaceSource.XML);
      case "user" -> source.read(UserInterfaceSource.XML);
      case "ethernet" -> source.read(EthernetInterfaceSource.XML);
      case "hostdev" -> source.read(HostdevInterfaceSource.XML);
      case "vhostuser" -> source.read(VhostUserInterfaceSource.XML);
      case "vdpa" -> source.read(VdpaInterfaceSource.XML);
      case "internal" -> source.read(InternalInterfaceSource.XML);
      case "mcast" -> source.read(McastInterfaceSource.XML);
      case "server" -> source.read(ServerInterfaceSource.XML);
      case "client" -> source.read(ClientInterfaceSource.XML);
      case "udp" -> source.read(UdpInterfaceSource.XML);
      case "null" -> source.read(NullInterfaceSource.XML);
      case "vds" -> source.read(VdsInterfaceSource.XML);
      default -> UnknownInterfaceSource.builder().type(type).extras(source.unread()).build();
    };
  }

  @Override
  protected void write(InterfaceSource value, XmlOut out) {
    if (value instanceof NetworkInterfaceSource networkInterfaceSource) {
      out.write(NetworkInterfaceSource.XML, networkInterfaceSource);
    } else if (value instanceof BridgeInterfaceSource bridgeInterfaceSource) {
      out.write(BridgeInterfaceSource.XML, bridgeInterfaceSource);
    } else if (value instanceof DirectInterfaceSource directInterfaceSource) {
      out.write(DirectInterfaceSource.XML, directInterfaceSource);
    } else if (value instanceof UserInterfaceSource userInterfaceSource) {
      out.write(UserInterfaceSource.XML, userInterfaceSource);
    } else if (value instanceof EthernetInterfaceSource ethernetInterfaceSource) {
      out.write(EthernetInterfaceSource.XML, ethernetInterfaceSource);
    } else if (value instanceof HostdevInterfaceSource hostdevInterfaceSource) {
      out.write(HostdevInterfaceSource.XML, hostdevInterfaceSource);
    } else if (value instanceof VhostUserInterfaceSource vhostUserInterfaceSource) {
      out.write(VhostUserInterfaceSource.XML, vhostUserInterfaceSource);
    } else if (value instanceof VdpaInterfaceSource vdpaInterfaceSource) {
      out.write(VdpaInterfaceSource.XML, vdpaInterfaceSource);
    } else if (value instanceof InternalInterfaceSource internalInterfaceSource) {
      out.write(InternalInterfaceSource.XML, internalInterfaceSource);
    } else if (value instanceof McastInterfaceSource mcastInterfaceSource) {
      out.write(McastInterfaceSource.XML, mcastInterfaceSource);
    } else if (value instanceof ServerInterfaceSource serverInterfaceSource) {
      out.write(ServerInterfaceSource.XML, serverInterfaceSource);
    } else if (value instanceof ClientInterfaceSource clientInterfaceSource) {
      out.write(ClientInterfaceSource.XML, clientInterfaceSource);
    } else if (value instanceof UdpInterfaceSource udpInterfaceSource) {
      out.write(UdpInterfaceSource.XML, udpInterfaceSource);
    } else if (value instanceof NullInterfaceSource nullInterfaceSource) {
      out.write(NullInterfaceSource.XML, nullInterfaceSource);
    } else if (value instanceof VdsInterfaceSource vdsInterfaceSource) {
      out.write(VdsInterfaceSource.XML, vdsInterfaceSource);
    } else {
      out.beginIfAny("source", value.extras());
      out.end();
    }
  }
}
