package io.kvmsdk.domain.definition;

/**
 * What runs a domain. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record VirtType(String value) {

  /** QEMU with the host's virtualisation; what a builder takes where nothing is said. */
  public static final VirtType KVM = new VirtType("kvm");

  /** QEMU with emulation of the CPU, slow and possible on every host. */
  public static final VirtType QEMU = new VirtType("qemu");

  /** libvirt's test driver and the fake. */
  public static final VirtType TEST = new VirtType("test");

  /** Xen. */
  public static final VirtType XEN = new VirtType("xen");

  /** Linux containers. */
  public static final VirtType LXC = new VirtType("lxc");

  /** FreeBSD's hypervisor. */
  public static final VirtType BHYVE = new VirtType("bhyve");

  /** Apple's, through QEMU. Since libvirt 8.1.0. */
  public static final VirtType HVF = new VirtType("hvf");

  /** VMware. */
  public static final VirtType VMWARE = new VirtType("vmware");

  /** Microsoft's. */
  public static final VirtType HYPERV = new VirtType("hyperv");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
