package io.kvmsdk.domain.video;

/**
 * What does the work of a graphics card. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record VideoBackend(String value) {

  /** QEMU itself. */
  public static final VideoBackend QEMU = new VideoBackend("qemu");

  /** A process of its own; virtio only. Since libvirt 5.8.0. */
  public static final VideoBackend VHOST_USER = new VideoBackend("vhostuser");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
