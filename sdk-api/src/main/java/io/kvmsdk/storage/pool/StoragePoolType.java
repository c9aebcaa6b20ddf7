package io.kvmsdk.storage.pool;

/**
 * What kind of pool it is. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record StoragePoolType(String value) {

  /** A directory of files. */
  public static final StoragePoolType DIR = new StoragePoolType("dir");

  /** A file system on a device, mounted. */
  public static final StoragePoolType FS = new StoragePoolType("fs");

  /** A directory of a server, mounted. */
  public static final StoragePoolType NETFS = new StoragePoolType("netfs");

  /** A disk and its partitions. */
  public static final StoragePoolType DISK = new StoragePoolType("disk");

  /** A volume group of LVM. */
  public static final StoragePoolType LOGICAL = new StoragePoolType("logical");

  /** The units of an iSCSI target, by the host's initiator. */
  public static final StoragePoolType ISCSI = new StoragePoolType("iscsi");

  /** The units of an iSCSI target, by libvirt itself. Since libvirt 4.7.0. */
  public static final StoragePoolType ISCSI_DIRECT = new StoragePoolType("iscsi-direct");

  /** The units behind a SCSI adapter. */
  public static final StoragePoolType SCSI = new StoragePoolType("scsi");

  /** Multipath devices. Since libvirt 0.7.1. */
  public static final StoragePoolType MPATH = new StoragePoolType("mpath");

  /** A pool of Ceph. Since libvirt 0.9.13. */
  public static final StoragePoolType RBD = new StoragePoolType("rbd");

  /** A Sheepdog cluster. Since libvirt 0.10.0, removed in 8.8.0. */
  public static final StoragePoolType SHEEPDOG = new StoragePoolType("sheepdog");

  /** A volume of Gluster. Since libvirt 1.2.0. */
  public static final StoragePoolType GLUSTER = new StoragePoolType("gluster");

  /** A pool of ZFS. Since libvirt 1.2.8. */
  public static final StoragePoolType ZFS = new StoragePoolType("zfs");

  /** A cluster of Virtuozzo Storage. Since libvirt 3.1.0. */
  public static final StoragePoolType VSTORAGE = new StoragePoolType("vstorage");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
