package io.kvmsdk.network.filter;

/**
 * A chain of rules. Its name is, or begins with, the protocol whose packets go through it: {@code
 * arp-test} is one for ARP (since libvirt 0.9.8). An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record FilterChain(String value) {

  /** The chain in which each packet begins. */
  public static final FilterChain ROOT = new FilterChain("root");

  /** All of Ethernet. Since libvirt 0.9.8. */
  public static final FilterChain MAC = new FilterChain("mac");

  /** The spanning tree protocol. Since libvirt 0.9.8. */
  public static final FilterChain STP = new FilterChain("stp");

  /** Tagged packets (802.1Q). Since libvirt 0.9.8. */
  public static final FilterChain VLAN = new FilterChain("vlan");

  /** ARP. */
  public static final FilterChain ARP = new FilterChain("arp");

  /** Reverse ARP. */
  public static final FilterChain RARP = new FilterChain("rarp");

  /** IPv4. */
  public static final FilterChain IPV4 = new FilterChain("ipv4");

  /** IPv6. */
  public static final FilterChain IPV6 = new FilterChain("ipv6");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
