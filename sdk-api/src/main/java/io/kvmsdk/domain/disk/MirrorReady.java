package io.kvmsdk.domain.disk;

/**
 * How far a job is that copies a disk. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record MirrorReady(String value) {

  /** All is copied: it can be ended, or changed over to. */
  public static final MirrorReady YES = new MirrorReady("yes");

  /** It is just being ended. Since libvirt 1.2.7. */
  public static final MirrorReady ABORT = new MirrorReady("abort");

  /** It is just being changed over to. Since libvirt 1.2.7. */
  public static final MirrorReady PIVOT = new MirrorReady("pivot");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
