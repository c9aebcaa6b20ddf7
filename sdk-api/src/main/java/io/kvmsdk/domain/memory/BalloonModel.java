package io.kvmsdk.domain.memory;

/**
 * The balloon that a guest sees. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record BalloonModel(String value) {

  /** virtio-balloon; what libvirt gives every QEMU domain where nothing is said. */
  public static final BalloonModel VIRTIO = new BalloonModel("virtio");

  /** For guests with drivers older than virtio 1.0 on PCI Express. Since libvirt 5.2.0. */
  public static final BalloonModel VIRTIO_TRANSITIONAL = new BalloonModel("virtio-transitional");

  /** Virtio 1.0 only. Since libvirt 5.2.0. */
  public static final BalloonModel VIRTIO_NON_TRANSITIONAL =
      new BalloonModel("virtio-non-transitional");

  /** Xen's own. */
  public static final BalloonModel XEN = new BalloonModel("xen");

  /** None. */
  public static final BalloonModel NONE = new BalloonModel("none");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
