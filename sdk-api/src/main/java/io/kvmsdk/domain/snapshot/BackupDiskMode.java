package io.kvmsdk.domain.snapshot;

/**
 * How much of a disk a backup is of. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record BackupDiskMode(String value) {

  /** All of it. */
  public static final BackupDiskMode FULL = new BackupDiskMode("full");

  /** What has changed since a checkpoint. */
  public static final BackupDiskMode INCREMENTAL = new BackupDiskMode("incremental");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
