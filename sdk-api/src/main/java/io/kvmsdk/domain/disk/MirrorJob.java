package io.kvmsdk.domain.disk;

/**
 * What kind of job copies a disk. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record MirrorJob(String value) {

  /** A copy of the disk, to which the domain can change over. */
  public static final MirrorJob COPY = new MirrorJob("copy");

  /** The top image is merged into one below it. */
  public static final MirrorJob ACTIVE_COMMIT = new MirrorJob("active-commit");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
