package io.kvmsdk.domain.controller;

/**
 * What a controller is for. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record ControllerType(String value) {

  /** PCI buses, bridges and ports. */
  public static final ControllerType PCI = new ControllerType("pci");

  /** SCSI disks. */
  public static final ControllerType SCSI = new ControllerType("scsi");

  /** SATA disks. */
  public static final ControllerType SATA = new ControllerType("sata");

  /** IDE disks. */
  public static final ControllerType IDE = new ControllerType("ide");

  /** Floppy drives. */
  public static final ControllerType FDC = new ControllerType("fdc");

  /** Consoles and channels. */
  public static final ControllerType VIRTIO_SERIAL = new ControllerType("virtio-serial");

  /** USB devices. */
  public static final ControllerType USB = new ControllerType("usb");

  /** Smart cards. */
  public static final ControllerType CCID = new ControllerType("ccid");

  /** Xen's devices. Since libvirt 5.2.0. */
  public static final ControllerType XENBUS = new ControllerType("xenbus");

  /** ISA devices. Since libvirt 8.0.0. */
  public static final ControllerType ISA = new ControllerType("isa");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
