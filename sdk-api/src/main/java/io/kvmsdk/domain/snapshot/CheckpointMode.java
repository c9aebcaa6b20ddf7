package io.kvmsdk.domain.snapshot;

/**
 * How a disk takes part in a checkpoint. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record CheckpointMode(String value) {

  /** Not at all. */
  public static final CheckpointMode NO = new CheckpointMode("no");

  /** A bitmap notes which blocks change. */
  public static final CheckpointMode BITMAP = new CheckpointMode("bitmap");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
