package io.kvmsdk.domain.device;

/**
 * What hands a PCI device over to a guest. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record HostDriverName(String value) {

  /** VFIO; what is taken where it can be had. */
  public static final HostDriverName VFIO = new HostDriverName("vfio");

  /** KVM's own way, gone from Linux. */
  public static final HostDriverName KVM = new HostDriverName("kvm");

  /** Xen. */
  public static final HostDriverName XEN = new HostDriverName("xen");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
