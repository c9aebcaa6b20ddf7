package io.kvmsdk.domain.snapshot;

/**
 * What the data of a backup is written to. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record BackupDiskType(String value) {

  /** A file of the host. */
  public static final BackupDiskType FILE = new BackupDiskType("file");

  /** A block device of the host. */
  public static final BackupDiskType BLOCK = new BackupDiskType("block");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
