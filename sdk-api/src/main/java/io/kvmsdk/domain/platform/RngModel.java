package io.kvmsdk.domain.platform;

/**
 * The random number generator that a guest sees. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record RngModel(String value) {

  /** virtio-rng. */
  public static final RngModel VIRTIO = new RngModel("virtio");

  /** For guests with drivers older than virtio 1.0 on PCI Express. Since libvirt 5.2.0. */
  public static final RngModel VIRTIO_TRANSITIONAL = new RngModel("virtio-transitional");

  /** Virtio 1.0 only. Since libvirt 5.2.0. */
  public static final RngModel VIRTIO_NON_TRANSITIONAL = new RngModel("virtio-non-transitional");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
