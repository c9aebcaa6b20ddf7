package io.kvmsdk.domain.snapshot;

/**
 * How the memory is kept in a snapshot. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record MemorySnapshotMode(String value) {

  /** Not at all. */
  public static final MemorySnapshotMode NO = new MemorySnapshotMode("no");

  /** Within the image of a disk. */
  public static final MemorySnapshotMode INTERNAL = new MemorySnapshotMode("internal");

  /** In a file of its own. */
  public static final MemorySnapshotMode EXTERNAL = new MemorySnapshotMode("external");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
