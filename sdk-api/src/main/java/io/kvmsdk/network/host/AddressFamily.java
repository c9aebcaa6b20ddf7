package io.kvmsdk.network.host;

/**
 * A family of addresses. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record AddressFamily(String value) {

  /** IPv4. */
  public static final AddressFamily IPV4 = new AddressFamily("ipv4");

  /** IPv6. */
  public static final AddressFamily IPV6 = new AddressFamily("ipv6");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
