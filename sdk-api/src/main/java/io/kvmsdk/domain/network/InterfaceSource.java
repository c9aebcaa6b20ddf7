package io.kvmsdk.domain.network;

import io.kvmsdk.xml.Extras;

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
