package io.kvmsdk.domain.disk.source;

/**
 * The format of a disk's image. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record DiskFormat(String value) {

  /** The bytes as they are. */
  public static final DiskFormat RAW = new DiskFormat("raw");

  /** QEMU's own format. */
  public static final DiskFormat QCOW2 = new DiskFormat("qcow2");

  /** The predecessor of qcow2. */
  public static final DiskFormat QCOW = new DiskFormat("qcow");

  /** QEMU enhanced disk. */
  public static final DiskFormat QED = new DiskFormat("qed");

  /** VMware's. */
  public static final DiskFormat VMDK = new DiskFormat("vmdk");

  /** VirtualBox's. */
  public static final DiskFormat VDI = new DiskFormat("vdi");

  /** Hyper-V's. */
  public static final DiskFormat VHDX = new DiskFormat("vhdx");

  /** Virtual PC's. */
  public static final DiskFormat VPC = new DiskFormat("vpc");

  /** LUKS-encrypted; QEMU decrypts. Written by libvirt itself as raw with encryption. */
  public static final DiskFormat LUKS = new DiskFormat("luks");

  /** An ISO 9660 image; only in storage volumes. */
  public static final DiskFormat ISO = new DiskFormat("iso");

  /** Bochs'. */
  public static final DiskFormat BOCHS = new DiskFormat("bochs");

  /** Compressed loop, read only. */
  public static final DiskFormat CLOOP = new DiskFormat("cloop");

  /** Apple's, read only. */
  public static final DiskFormat DMG = new DiskFormat("dmg");

  /** A directory shown as a FAT disk. */
  public static final DiskFormat FAT = new DiskFormat("fat");

  /** Virtuozzo's. */
  public static final DiskFormat PLOOP = new DiskFormat("ploop");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
