package io.kvmsdk.storage.pool;

/**
 * How a pool's source is laid out: a file system, a protocol, a partition table, or LVM. An open
 * value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record PoolFormat(String value) {

  /** The file system that is found there. */
  public static final PoolFormat AUTO = new PoolFormat("auto");

  /** ext2. */
  public static final PoolFormat EXT2 = new PoolFormat("ext2");

  /** ext3. */
  public static final PoolFormat EXT3 = new PoolFormat("ext3");

  /** ext4. */
  public static final PoolFormat EXT4 = new PoolFormat("ext4");

  /** UFS. */
  public static final PoolFormat UFS = new PoolFormat("ufs");

  /** ISO 9660. */
  public static final PoolFormat ISO9660 = new PoolFormat("iso9660");

  /** UDF. */
  public static final PoolFormat UDF = new PoolFormat("udf");

  /** GFS. */
  public static final PoolFormat GFS = new PoolFormat("gfs");

  /** GFS2. */
  public static final PoolFormat GFS2 = new PoolFormat("gfs2");

  /** FAT with long names. */
  public static final PoolFormat VFAT = new PoolFormat("vfat");

  /** HFS+. */
  public static final PoolFormat HFS_PLUS = new PoolFormat("hfs+");

  /** XFS. */
  public static final PoolFormat XFS = new PoolFormat("xfs");

  /** OCFS2. */
  public static final PoolFormat OCFS2 = new PoolFormat("ocfs2");

  /** VMFS. */
  public static final PoolFormat VMFS = new PoolFormat("vmfs");

  /** NFS. */
  public static final PoolFormat NFS = new PoolFormat("nfs");

  /** SMB. */
  public static final PoolFormat CIFS = new PoolFormat("cifs");

  /** Gluster, mounted. */
  public static final PoolFormat GLUSTERFS = new PoolFormat("glusterfs");

  /** Not known. */
  public static final PoolFormat UNKNOWN = new PoolFormat("unknown");

  /** The partition table of PCs. */
  public static final PoolFormat DOS = new PoolFormat("dos");

  /** The partition table of SGI. */
  public static final PoolFormat DVH = new PoolFormat("dvh");

  /** The GUID partition table. */
  public static final PoolFormat GPT = new PoolFormat("gpt");

  /** The partition table of old Macs. */
  public static final PoolFormat MAC = new PoolFormat("mac");

  /** The disklabel of BSD. */
  public static final PoolFormat BSD = new PoolFormat("bsd");

  /** The partition table of PC-98. */
  public static final PoolFormat PC98 = new PoolFormat("pc98");

  /** The partition table of Sun. */
  public static final PoolFormat SUN = new PoolFormat("sun");

  /** LVM. */
  public static final PoolFormat LVM2 = new PoolFormat("lvm2");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
