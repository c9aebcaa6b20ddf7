package io.kvmsdk.network.host;

/**
 * Who is asked whether a device has a link. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record CarrierSource(String value) {

  /** The driver, by an ioctl. */
  public static final CarrierSource IOCTL = new CarrierSource("ioctl");

  /** The kernel. */
  public static final CarrierSource NETIF = new CarrierSource("netif");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
