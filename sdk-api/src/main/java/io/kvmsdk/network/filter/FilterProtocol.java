package io.kvmsdk.network.filter;

/**
 * A protocol that a condition is about; the name of its element. An open value, though libvirt has
 * refused other names so far: a rule keeps them in its extras. An open value: what a newer libvirt
 * may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record FilterProtocol(String value) {

  /** Ethernet. */
  public static final FilterProtocol MAC = new FilterProtocol("mac");

  /** Ethernet with a VLAN tag. Since libvirt 0.9.8. */
  public static final FilterProtocol VLAN = new FilterProtocol("vlan");

  /** The spanning tree protocol. Since libvirt 0.9.8. */
  public static final FilterProtocol STP = new FilterProtocol("stp");

  /** ARP. */
  public static final FilterProtocol ARP = new FilterProtocol("arp");

  /** Reverse ARP. */
  public static final FilterProtocol RARP = new FilterProtocol("rarp");

  /** IPv4, at the level of Ethernet. */
  public static final FilterProtocol IP = new FilterProtocol("ip");

  /** IPv6, at the level of Ethernet. */
  public static final FilterProtocol IPV6 = new FilterProtocol("ipv6");

  /** TCP over IPv4. */
  public static final FilterProtocol TCP = new FilterProtocol("tcp");

  /** UDP over IPv4. */
  public static final FilterProtocol UDP = new FilterProtocol("udp");

  /** SCTP over IPv4. */
  public static final FilterProtocol SCTP = new FilterProtocol("sctp");

  /** ICMP. */
  public static final FilterProtocol ICMP = new FilterProtocol("icmp");

  /** IGMP. */
  public static final FilterProtocol IGMP = new FilterProtocol("igmp");

  /** IPsec's encapsulation over IPv4. */
  public static final FilterProtocol ESP = new FilterProtocol("esp");

  /** IPsec's authentication over IPv4. */
  public static final FilterProtocol AH = new FilterProtocol("ah");

  /** UDP-Lite over IPv4. */
  public static final FilterProtocol UDPLITE = new FilterProtocol("udplite");

  /** Whatever goes over IPv4. */
  public static final FilterProtocol ALL = new FilterProtocol("all");

  /** TCP over IPv6. */
  public static final FilterProtocol TCP_IPV6 = new FilterProtocol("tcp-ipv6");

  /** UDP over IPv6. */
  public static final FilterProtocol UDP_IPV6 = new FilterProtocol("udp-ipv6");

  /** SCTP over IPv6. */
  public static final FilterProtocol SCTP_IPV6 = new FilterProtocol("sctp-ipv6");

  /** ICMP for IPv6. */
  public static final FilterProtocol ICMPV6 = new FilterProtocol("icmpv6");

  /** IPsec's encapsulation over IPv6. */
  public static final FilterProtocol ESP_IPV6 = new FilterProtocol("esp-ipv6");

  /** IPsec's authentication over IPv6. */
  public static final FilterProtocol AH_IPV6 = new FilterProtocol("ah-ipv6");

  /** UDP-Lite over IPv6. */
  public static final FilterProtocol UDPLITE_IPV6 = new FilterProtocol("udplite-ipv6");

  /** Whatever goes over IPv6. */
  public static final FilterProtocol ALL_IPV6 = new FilterProtocol("all-ipv6");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
