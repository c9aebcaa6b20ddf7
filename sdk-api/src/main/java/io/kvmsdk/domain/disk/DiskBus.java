package io.kvmsdk.domain.disk;

/**
 * The bus on which a guest sees a disk. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record DiskBus(String value) {

  /** virtio-blk. */
  public static final DiskBus VIRTIO = new DiskBus("virtio");

  /** A SCSI controller, best of model virtio-scsi. */
  public static final DiskBus SCSI = new DiskBus("scsi");

  /** AHCI. Since libvirt 0.9.7. */
  public static final DiskBus SATA = new DiskBus("sata");

  /** IDE; machine type pc, not q35. */
  public static final DiskBus IDE = new DiskBus("ide");

  /** USB mass storage. Since libvirt 0.4.4. */
  public static final DiskBus USB = new DiskBus("usb");

  /** The floppy controller. */
  public static final DiskBus FDC = new DiskBus("fdc");

  /** An SD card. Since libvirt 1.1.2. */
  public static final DiskBus SD = new DiskBus("sd");

  /** Xen's own. */
  public static final DiskBus XEN = new DiskBus("xen");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
