package io.kvmsdk.network.host;

/**
 * What kind of interface of the host it is. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record HostInterfaceType(String value) {

  /** A device of its own. */
  public static final HostInterfaceType ETHERNET = new HostInterfaceType("ethernet");

  /** A bridge of other interfaces. */
  public static final HostInterfaceType BRIDGE = new HostInterfaceType("bridge");

  /** Several Ethernet devices taken for one. */
  public static final HostInterfaceType BOND = new HostInterfaceType("bond");

  /** A VLAN on another interface. */
  public static final HostInterfaceType VLAN = new HostInterfaceType("vlan");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
