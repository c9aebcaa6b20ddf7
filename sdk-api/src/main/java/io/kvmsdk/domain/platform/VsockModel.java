package io.kvmsdk.domain.platform;

/**
 * The socket device that a guest sees. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record VsockModel(String value) {

  /** Virtio. */
  public static final VsockModel VIRTIO = new VsockModel("virtio");

  /** For guests with drivers older than virtio 1.0 on PCI Express. Since libvirt 5.2.0. */
  public static final VsockModel VIRTIO_TRANSITIONAL = new VsockModel("virtio-transitional");

  /** Virtio 1.0 only. Since libvirt 5.2.0. */
  public static final VsockModel VIRTIO_NON_TRANSITIONAL =
      new VsockModel("virtio-non-transitional");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
