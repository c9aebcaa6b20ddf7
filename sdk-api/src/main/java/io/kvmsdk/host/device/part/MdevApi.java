package io.kvmsdk.host.device.part;

/**
 * How a guest sees a mediated device. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record MdevApi(String value) {

  /** As a PCI device. */
  public static final MdevApi VFIO_PCI = new MdevApi("vfio-pci");

  /** As a channel device. */
  public static final MdevApi VFIO_CCW = new MdevApi("vfio-ccw");

  /** As a cryptographic adapter. */
  public static final MdevApi VFIO_AP = new MdevApi("vfio-ap");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
