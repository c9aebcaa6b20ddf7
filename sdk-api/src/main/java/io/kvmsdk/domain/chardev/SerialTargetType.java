package io.kvmsdk.domain.chardev;

/**
 * What kind of serial port it is. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record SerialTargetType(String value) {

  /** The serial port of a PC; up to four. Since libvirt 1.0.2. */
  public static final SerialTargetType ISA_SERIAL = new SerialTargetType("isa-serial");

  /** A USB device. Since libvirt 1.0.2. */
  public static final SerialTargetType USB_SERIAL = new SerialTargetType("usb-serial");

  /** A PCI device. Since libvirt 1.0.2. */
  public static final SerialTargetType PCI_SERIAL = new SerialTargetType("pci-serial");

  /** The terminal of a pSeries machine. Since libvirt 3.10.0. */
  public static final SerialTargetType SPAPR_VIO_SERIAL = new SerialTargetType("spapr-vio-serial");

  /** That of Arm's and RISC-V's {@code virt} machines. Since libvirt 3.10.0. */
  public static final SerialTargetType SYSTEM_SERIAL = new SerialTargetType("system-serial");

  /** That of s390 machines. Since libvirt 3.10.0. */
  public static final SerialTargetType SCLP_SERIAL = new SerialTargetType("sclp-serial");

  /** The port on which a PC's firmware writes what it does. Since libvirt 8.1.0. */
  public static final SerialTargetType ISA_DEBUG = new SerialTargetType("isa-debug");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
