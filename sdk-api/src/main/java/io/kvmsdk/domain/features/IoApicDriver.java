package io.kvmsdk.domain.features;

/**
 * Who does the interrupts of a PC's devices. Since libvirt 3.4.0. An open value: what a newer
 * libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record IoApicDriver(String value) {

  /** The kernel; the default on KVM. */
  public static final IoApicDriver KVM = new IoApicDriver("kvm");

  /** QEMU, as an IOMMU that remaps interrupts needs it. */
  public static final IoApicDriver QEMU = new IoApicDriver("qemu");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
