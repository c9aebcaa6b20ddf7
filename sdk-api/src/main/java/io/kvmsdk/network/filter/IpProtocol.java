package io.kvmsdk.network.filter;

/**
 * What a packet of IP carries: a word, a number from 0 to 255, or a variable. An open value: what a
 * newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record IpProtocol(String value) {

  /** TCP. */
  public static final IpProtocol TCP = new IpProtocol("tcp");

  /** UDP. */
  public static final IpProtocol UDP = new IpProtocol("udp");

  /** UDP-Lite. */
  public static final IpProtocol UDPLITE = new IpProtocol("udplite");

  /** IPsec's encapsulation. */
  public static final IpProtocol ESP = new IpProtocol("esp");

  /** IPsec's authentication. */
  public static final IpProtocol AH = new IpProtocol("ah");

  /** ICMP. */
  public static final IpProtocol ICMP = new IpProtocol("icmp");

  /** IGMP. */
  public static final IpProtocol IGMP = new IpProtocol("igmp");

  /** SCTP. */
  public static final IpProtocol SCTP = new IpProtocol("sctp");

  /** ICMP for IPv6. */
  public static final IpProtocol ICMPV6 = new IpProtocol("icmpv6");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
