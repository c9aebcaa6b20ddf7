package io.kvmsdk.network;

/**
 * Which version of IP an address is of. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record AddressFamily(String value) {

  /** IPv4; what is meant where nothing is said. */
  public static final AddressFamily IPV4 = new AddressFamily("ipv4");

  /** IPv6. Since libvirt 0.8.7. */
  public static final AddressFamily IPV6 = new AddressFamily("ipv6");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
