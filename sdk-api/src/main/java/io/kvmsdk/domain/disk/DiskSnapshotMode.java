package io.kvmsdk.domain.disk;

/**
 * What a snapshot of a domain does with a disk. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record DiskSnapshotMode(String value) {

  /** Nothing: the disk is left out. Since libvirt 0.9.5. */
  public static final DiskSnapshotMode NO = new DiskSnapshotMode("no");

  /** It is kept within the image. */
  public static final DiskSnapshotMode INTERNAL = new DiskSnapshotMode("internal");

  /** The image is kept, and a new one begun on top of it. */
  public static final DiskSnapshotMode EXTERNAL = new DiskSnapshotMode("external");

  /** Somebody else takes it, by the means of the storage. */
  public static final DiskSnapshotMode MANUAL = new DiskSnapshotMode("manual");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
