package io.kvmsdk.domain.network.source;

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
        DirectInterfaceSource,
        EthernetInterfaceSource,
        NetworkInterfaceSource,
        UnknownInterfaceSource,
        UserInterfaceSource {

  /** How it is read and written. */
  XmlUnion<InterfaceSource> XML = new InterfaceSourceXml();

  /** A virtual network of libvirt, such as {@code default}. */
  static InterfaceSource network(String name) {
    return NetworkInterfaceSource.builder().network(name).build();
  }

  /** A bridge of the host, such as {@code br0}. */
  static InterfaceSource bridge(String name) {
    return BridgeInterfaceSource.builder().bridge(name).build();
  }

  /** A macvtap on a device of the host, such as {@code eth0}. */
  static InterfaceSource direct(String device, DirectMode mode) {
    return DirectInterfaceSource.builder().device(device).mode(mode).build();
  }

  /** The host's own network by address translation in user space. */
  static InterfaceSource user() {
    return UserInterfaceSource.builder().build();
  }

  /** A tap device, which the interface's target names. */
  static InterfaceSource ethernet() {
    return EthernetInterfaceSource.builder().build();
  }

  /** What libvirt calls the kind of connection, such as {@code bridge}. */
  String type();

  /** What the document says of the source beyond what has a name here. */
  Extras extras();
}

final class InterfaceSourceXml extends XmlUnion<InterfaceSource> {

  @Override
  protected InterfaceSource read(XmlIn in) {
    String type = in.required("type");
    XmlIn source = in.child("source");
    return switch (type) {
      case "network" -> source.read(NetworkInterfaceSource.XML);
      case "bridge" -> source.read(BridgeInterfaceSource.XML);
      case "direct" -> source.read(DirectInterfaceSource.XML);
      case "user" -> source.read(UserInterfaceSource.XML);
      case "ethernet" -> source.read(EthernetInterfaceSource.XML);
      default -> UnknownInterfaceSource.builder().type(type).extras(source.unread()).build();
    };
  }

  @Override
  protected void write(InterfaceSource source, XmlOut out) {
    if (source instanceof NetworkInterfaceSource network) {
      out.write(NetworkInterfaceSource.XML, network);
    } else if (source instanceof BridgeInterfaceSource bridge) {
      out.write(BridgeInterfaceSource.XML, bridge);
    } else if (source instanceof DirectInterfaceSource direct) {
      out.write(DirectInterfaceSource.XML, direct);
    } else if (source instanceof UserInterfaceSource user) {
      out.write(UserInterfaceSource.XML, user);
    } else if (source instanceof EthernetInterfaceSource ethernet) {
      out.write(EthernetInterfaceSource.XML, ethernet);
    } else {
      out.beginIfAny("source", source.extras());
      out.end();
    }
  }
}
