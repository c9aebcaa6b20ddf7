package io.kvmsdk.domain.platform;

/**
 * What the hypervisor's part of a device for encrypting is. An open value: what a newer libvirt may
 * say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record CryptoType(String value) {

  /** QEMU. */
  public static final CryptoType QEMU = new CryptoType("qemu");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
