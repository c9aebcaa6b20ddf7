package io.kvmsdk.domain.network;

/**
 * Which side of a virtio interface moves its packets, or what gives a device of the host to a
 * guest. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record InterfaceDriverName(String value) {

  /** The host's kernel; what is taken where it can be had. */
  public static final InterfaceDriverName VHOST = new InterfaceDriverName("vhost");

  /** QEMU itself. */
  public static final InterfaceDriverName QEMU = new InterfaceDriverName("qemu");

  /** For a device of the host: VFIO, what is taken where it can be had. Since libvirt 1.1.3. */
  public static final InterfaceDriverName VFIO = new InterfaceDriverName("vfio");

  /**
   * For a device of the host: KVM's own way, which current kernels do not have. Since libvirt
   * 1.1.3.
   */
  public static final InterfaceDriverName KVM = new InterfaceDriverName("kvm");

  /** For a device of the host: Xen. */
  public static final InterfaceDriverName XEN = new InterfaceDriverName("xen");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
