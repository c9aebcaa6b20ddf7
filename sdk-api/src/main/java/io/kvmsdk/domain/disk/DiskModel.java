package io.kvmsdk.domain.disk;

/**
 * The kind of virtio disk; others have none. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record DiskModel(String value) {

  /** Modern or legacy, whichever its place on PCI suggests. */
  public static final DiskModel VIRTIO = new DiskModel("virtio");

  /** Both, for old guests; only on a PCI bus that is not Express. Since libvirt 5.2.0. */
  public static final DiskModel VIRTIO_TRANSITIONAL = new DiskModel("virtio-transitional");

  /** Modern only. Since libvirt 5.2.0. */
  public static final DiskModel VIRTIO_NON_TRANSITIONAL = new DiskModel("virtio-non-transitional");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
