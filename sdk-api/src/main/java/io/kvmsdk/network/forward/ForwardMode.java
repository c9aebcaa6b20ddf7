package io.kvmsdk.network.forward;

/**
 * How a network is connected to the host's networks. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record ForwardMode(String value) {

  /**
   * By the host's routing, with the host's address in place of the guest's. Since libvirt 0.4.2.
   */
  public static final ForwardMode NAT = new ForwardMode("nat");

  /**
   * By the host's routing; the firewall lets through what is for the guests. Since libvirt 0.4.2.
   */
  public static final ForwardMode ROUTE = new ForwardMode("route");

  /** By the host's routing, without any rule of libvirt's in the firewall. Since libvirt 2.2.0. */
  public static final ForwardMode OPEN = new ForwardMode("open");

  /** By a bridge of the host's own, or macvtaps in bridge mode. Since libvirt 0.9.4. */
  public static final ForwardMode BRIDGE = new ForwardMode("bridge");

  /** By macvtaps that do not hear each other. Since libvirt 0.9.4. */
  public static final ForwardMode PRIVATE = new ForwardMode("private");

  /** By macvtaps on a switch that reflects. Since libvirt 0.9.4. */
  public static final ForwardMode VEPA = new ForwardMode("vepa");

  /** By macvtaps that have a device each. Since libvirt 0.9.4. */
  public static final ForwardMode PASSTHROUGH = new ForwardMode("passthrough");

  /**
   * By virtual functions of a network card, which the guests get themselves. Since libvirt 0.10.0.
   */
  public static final ForwardMode HOSTDEV = new ForwardMode("hostdev");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
