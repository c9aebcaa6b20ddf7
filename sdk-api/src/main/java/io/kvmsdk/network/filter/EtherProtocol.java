package io.kvmsdk.network.filter;

/**
 * What an Ethernet packet carries: a word, a number such as {@code 0x800}, or a variable. An open
 * value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record EtherProtocol(String value) {

  /** ARP. */
  public static final EtherProtocol ARP = new EtherProtocol("arp");

  /** Reverse ARP. */
  public static final EtherProtocol RARP = new EtherProtocol("rarp");

  /** IPv4. */
  public static final EtherProtocol IPV4 = new EtherProtocol("ipv4");

  /** IPv6. */
  public static final EtherProtocol IPV6 = new EtherProtocol("ipv6");

  /** A VLAN tag. */
  public static final EtherProtocol VLAN = new EtherProtocol("vlan");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
