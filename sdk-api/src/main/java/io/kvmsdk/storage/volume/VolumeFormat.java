package io.kvmsdk.storage.volume;

/**
 * The format of a volume: of an image, a file system, or what a partition is for. An open value:
 * what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record VolumeFormat(String value) {

  /** Not known. */
  public static final VolumeFormat UNKNOWN = new VolumeFormat("unknown");

  /** No format at all. */
  public static final VolumeFormat RAW = new VolumeFormat("raw");

  /** A directory. */
  public static final VolumeFormat DIR = new VolumeFormat("dir");

  /** Of Bochs. */
  public static final VolumeFormat BOCHS = new VolumeFormat("bochs");

  /** Compressed, read only. */
  public static final VolumeFormat CLOOP = new VolumeFormat("cloop");

  /** Of macOS. */
  public static final VolumeFormat DMG = new VolumeFormat("dmg");

  /** An image of a CD-ROM. */
  public static final VolumeFormat ISO = new VolumeFormat("iso");

  /** Of Virtual PC. */
  public static final VolumeFormat VPC = new VolumeFormat("vpc");

  /** Of VirtualBox. */
  public static final VolumeFormat VDI = new VolumeFormat("vdi");

  /** A directory shown as a FAT file system. */
  public static final VolumeFormat FAT = new VolumeFormat("fat");

  /** Of Hyper-V. */
  public static final VolumeFormat VHD = new VolumeFormat("vhd");

  /** Of Virtuozzo. */
  public static final VolumeFormat PLOOP = new VolumeFormat("ploop");

  /** Encrypted by LUKS. A volume to be made is {@link #RAW}, with an encryption. */
  public static final VolumeFormat LUKS = new VolumeFormat("luks");

  /** Of user-mode Linux. */
  public static final VolumeFormat COW = new VolumeFormat("cow");

  /** The forerunner of qcow2. */
  public static final VolumeFormat QCOW = new VolumeFormat("qcow");

  /** QEMU's own. */
  public static final VolumeFormat QCOW2 = new VolumeFormat("qcow2");

  /** QEMU's former own. */
  public static final VolumeFormat QED = new VolumeFormat("qed");

  /** Of VMware. */
  public static final VolumeFormat VMDK = new VolumeFormat("vmdk");

  /** No file system, or a partition for nothing. */
  public static final VolumeFormat NONE = new VolumeFormat("none");

  /** The file system that is found there. */
  public static final VolumeFormat AUTO = new VolumeFormat("auto");

  /** ext2. */
  public static final VolumeFormat EXT2 = new VolumeFormat("ext2");

  /** ext3. */
  public static final VolumeFormat EXT3 = new VolumeFormat("ext3");

  /** ext4. */
  public static final VolumeFormat EXT4 = new VolumeFormat("ext4");

  /** UFS. */
  public static final VolumeFormat UFS = new VolumeFormat("ufs");

  /** ISO 9660. */
  public static final VolumeFormat ISO9660 = new VolumeFormat("iso9660");

  /** UDF. */
  public static final VolumeFormat UDF = new VolumeFormat("udf");

  /** GFS. */
  public static final VolumeFormat GFS = new VolumeFormat("gfs");

  /** GFS2. */
  public static final VolumeFormat GFS2 = new VolumeFormat("gfs2");

  /** FAT with long names. */
  public static final VolumeFormat VFAT = new VolumeFormat("vfat");

  /** HFS+. */
  public static final VolumeFormat HFS_PLUS = new VolumeFormat("hfs+");

  /** XFS. */
  public static final VolumeFormat XFS = new VolumeFormat("xfs");

  /** OCFS2. */
  public static final VolumeFormat OCFS2 = new VolumeFormat("ocfs2");

  /** VMFS. */
  public static final VolumeFormat VMFS = new VolumeFormat("vmfs");

  /** A partition for a file system of Linux. */
  public static final VolumeFormat LINUX = new VolumeFormat("linux");

  /** A partition for FAT16. */
  public static final VolumeFormat FAT16 = new VolumeFormat("fat16");

  /** A partition for FAT32. */
  public static final VolumeFormat FAT32 = new VolumeFormat("fat32");

  /** A partition for swapping. */
  public static final VolumeFormat LINUX_SWAP = new VolumeFormat("linux-swap");

  /** A partition for LVM. */
  public static final VolumeFormat LINUX_LVM = new VolumeFormat("linux-lvm");

  /** A partition for a software RAID. */
  public static final VolumeFormat LINUX_RAID = new VolumeFormat("linux-raid");

  /** A partition that holds others. */
  public static final VolumeFormat EXTENDED = new VolumeFormat("extended");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
