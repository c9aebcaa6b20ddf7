package io.kvmsdk.domain.disk;

/**
 * How a guest sees a disk. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record DiskDevice(String value) {

  /** A hard disk; what is meant where nothing is said. */
  public static final DiskDevice DISK = new DiskDevice("disk");

  /** A CD-ROM drive, whose medium may be absent or changed. */
  public static final DiskDevice CDROM = new DiskDevice("cdrom");

  /** A floppy drive. */
  public static final DiskDevice FLOPPY = new DiskDevice("floppy");

  /**
   * A SCSI disk whose commands pass to the host's device; sources of type block, network or volume
   * only.
   */
  public static final DiskDevice LUN = new DiskDevice("lun");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
