package io.kvmsdk.domain.chardev;

/**
 * The device that the guest sees as a serial port. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record SerialModel(String value) {

  /** A 16550A on the ISA bus. */
  public static final SerialModel ISA_SERIAL = new SerialModel("isa-serial");

  /** A USB device. */
  public static final SerialModel USB_SERIAL = new SerialModel("usb-serial");

  /** A 16550A on a PCI bus. */
  public static final SerialModel PCI_SERIAL = new SerialModel("pci-serial");

  /** The terminal of a pSeries machine. */
  public static final SerialModel SPAPR_VTY = new SerialModel("spapr-vty");

  /** That of Arm's {@code virt} machine. */
  public static final SerialModel PL011 = new SerialModel("pl011");

  /** That of RISC-V's {@code virt} machine. Since libvirt 4.7.0. */
  public static final SerialModel UART_16550A = new SerialModel("16550a");

  /** An s390 console for full screens, as of a VT220. */
  public static final SerialModel SCLP_CONSOLE = new SerialModel("sclpconsole");

  /** An s390 console for lines. */
  public static final SerialModel SCLP_LINE_MODE_CONSOLE = new SerialModel("sclplmconsole");

  /** The debug port of a PC's firmware. Since libvirt 8.1.0. */
  public static final SerialModel ISA_DEBUGCON = new SerialModel("isa-debugcon");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
