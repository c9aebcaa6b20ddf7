package io.kvmsdk.domain.platform;

/**
 * By what a guest's kernel tells that it crashed. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record PanicModel(String value) {

  /** QEMU's ISA device, at port 0x505 unless its address says another. */
  public static final PanicModel ISA = new PanicModel("isa");

  /** The firmware of pSeries machines, which always have it. */
  public static final PanicModel PSERIES = new PanicModel("pseries");

  /** A register of the CPU, as with Hyper-V. Since libvirt 1.3.0. */
  public static final PanicModel HYPERV = new PanicModel("hyperv");

  /** The s390 architecture, which always has it. Since libvirt 1.3.5. */
  public static final PanicModel S390 = new PanicModel("s390");

  /** QEMU's PCI device. Since libvirt 9.1.0. */
  public static final PanicModel PVPANIC = new PanicModel("pvpanic");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
