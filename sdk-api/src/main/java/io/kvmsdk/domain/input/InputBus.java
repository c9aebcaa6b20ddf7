package io.kvmsdk.domain.input;

/**
 * The bus that an input device sits on. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record InputBus(String value) {

  /** PS/2. */
  public static final InputBus PS2 = new InputBus("ps2");

  /** USB. */
  public static final InputBus USB = new InputBus("usb");

  /** Xen's own. */
  public static final InputBus XEN = new InputBus("xen");

  /** virtio. Since libvirt 1.3.0. */
  public static final InputBus VIRTIO = new InputBus("virtio");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
