package io.kvmsdk.domain.network;

/**
 * Which side of a virtio interface moves its packets. An open value: what a newer libvirt may say
 * is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record InterfaceDriverName(String value) {

  /** The host's kernel; what is taken where it can be had. */
  public static final InterfaceDriverName VHOST = new InterfaceDriverName("vhost");

  /** QEMU itself. */
  public static final InterfaceDriverName QEMU = new InterfaceDriverName("qemu");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
