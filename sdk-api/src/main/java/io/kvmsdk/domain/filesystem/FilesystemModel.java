package io.kvmsdk.domain.filesystem;

/**
 * What kind of virtio device a file system is for the guest. Since libvirt 5.2.0. An open value:
 * what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record FilesystemModel(String value) {

  /** What the hypervisor chooses. */
  public static final FilesystemModel VIRTIO = new FilesystemModel("virtio");

  /** One for drivers of virtio 0.9 and 1.0. */
  public static final FilesystemModel VIRTIO_TRANSITIONAL =
      new FilesystemModel("virtio-transitional");

  /** One for drivers of virtio 1.0. */
  public static final FilesystemModel VIRTIO_NON_TRANSITIONAL =
      new FilesystemModel("virtio-non-transitional");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
