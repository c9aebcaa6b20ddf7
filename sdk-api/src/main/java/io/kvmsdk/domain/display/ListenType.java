package io.kvmsdk.domain.display;

/**
 * Where a graphical console listens. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record ListenType(String value) {

  /** On an address of the host. */
  public static final ListenType ADDRESS = new ListenType("address");

  /** On the address of a virtual network. */
  public static final ListenType NETWORK = new ListenType("network");

  /** On a unix socket. Since libvirt 2.0.0. */
  public static final ListenType SOCKET = new ListenType("socket");

  /** Nowhere; a descriptor is handed over. Since libvirt 2.0.0. */
  public static final ListenType NONE = new ListenType("none");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
