package io.kvmsdk.domain.snapshot;

/**
 * What a domain was doing when a snapshot was taken. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record SnapshotState(String value) {

  /** It ran. */
  public static final SnapshotState RUNNING = new SnapshotState("running");

  /** It waited for input or output. */
  public static final SnapshotState BLOCKED = new SnapshotState("blocked");

  /** It was paused. */
  public static final SnapshotState PAUSED = new SnapshotState("paused");

  /** It was shutting down. */
  public static final SnapshotState SHUTDOWN = new SnapshotState("shutdown");

  /** It was off. */
  public static final SnapshotState SHUTOFF = new SnapshotState("shutoff");

  /** It had crashed. */
  public static final SnapshotState CRASHED = new SnapshotState("crashed");

  /**
   * It may have run, but its memory was not kept; it is off after a revert. Since libvirt 0.9.5.
   */
  public static final SnapshotState DISK_SNAPSHOT = new SnapshotState("disk-snapshot");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
