package io.kvmsdk.network.dns;

/**
 * Over what a service is reached. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record DnsProtocol(String value) {

  /** TCP. */
  public static final DnsProtocol TCP = new DnsProtocol("tcp");

  /** UDP. */
  public static final DnsProtocol UDP = new DnsProtocol("udp");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
