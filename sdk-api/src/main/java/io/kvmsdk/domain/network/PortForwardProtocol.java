package io.kvmsdk.domain.network;

/**
 * Whose ports are forwarded. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record PortForwardProtocol(String value) {

  /** Those of TCP. */
  public static final PortForwardProtocol TCP = new PortForwardProtocol("tcp");

  /** Those of UDP. */
  public static final PortForwardProtocol UDP = new PortForwardProtocol("udp");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
