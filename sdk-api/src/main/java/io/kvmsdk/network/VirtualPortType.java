package io.kvmsdk.network;

/**
 * What kind of switch an interface is plugged into. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record VirtualPortType(String value) {

  /** A switch with VEPA (802.1Qbg). Since libvirt 0.8.2. */
  public static final VirtualPortType IEEE_802_1QBG = new VirtualPortType("802.1Qbg");

  /** A switch with VN-Link (802.1Qbh). Since libvirt 0.8.2. */
  public static final VirtualPortType IEEE_802_1QBH = new VirtualPortType("802.1Qbh");

  /** Open vSwitch. Since libvirt 0.9.11. */
  public static final VirtualPortType OPEN_VSWITCH = new VirtualPortType("openvswitch");

  /** MidoNet. Since libvirt 1.2.13. */
  public static final VirtualPortType MIDONET = new VirtualPortType("midonet");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
