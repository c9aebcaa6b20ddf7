package io.kvmsdk.network.forward;

/**
 * What gives a PCI device of the host to a guest. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record PciDriverName(String value) {

  /** VFIO; what is taken where it can be had. */
  public static final PciDriverName VFIO = new PciDriverName("vfio");

  /** KVM's own way, which current kernels do not have. */
  public static final PciDriverName KVM = new PciDriverName("kvm");

  /** Xen. */
  public static final PciDriverName XEN = new PciDriverName("xen");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
