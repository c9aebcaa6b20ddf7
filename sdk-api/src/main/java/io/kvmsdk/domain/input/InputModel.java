package io.kvmsdk.domain.input;

/**
 * What kind of virtio input device a guest sees. Since libvirt 5.2.0. An open value: what a newer
 * libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record InputModel(String value) {

  /** What the hypervisor chooses. */
  public static final InputModel VIRTIO = new InputModel("virtio");

  /** One for drivers of virtio 0.9 and 1.0. */
  public static final InputModel VIRTIO_TRANSITIONAL = new InputModel("virtio-transitional");

  /** One for drivers of virtio 1.0. */
  public static final InputModel VIRTIO_NON_TRANSITIONAL =
      new InputModel("virtio-non-transitional");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
