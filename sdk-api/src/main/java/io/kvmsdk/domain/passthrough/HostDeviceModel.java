package io.kvmsdk.domain.passthrough;

/**
 * As what a guest gets a device of the host. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record HostDeviceModel(String value) {

  /** A mediated device as a PCI device. Since libvirt 3.2.0. */
  public static final HostDeviceModel VFIO_PCI = new HostDeviceModel("vfio-pci");

  /** A mediated device as a CCW device of s390. Since libvirt 4.4.0. */
  public static final HostDeviceModel VFIO_CCW = new HostDeviceModel("vfio-ccw");

  /** A mediated device as crypto adapters of s390. Since libvirt 4.9.0. */
  public static final HostDeviceModel VFIO_AP = new HostDeviceModel("vfio-ap");

  /** A SCSI host adapter as what the hypervisor chooses. Since libvirt 5.2.0. */
  public static final HostDeviceModel VIRTIO = new HostDeviceModel("virtio");

  /** A SCSI host adapter for drivers of virtio 0.9 and 1.0. Since libvirt 5.2.0. */
  public static final HostDeviceModel VIRTIO_TRANSITIONAL =
      new HostDeviceModel("virtio-transitional");

  /** A SCSI host adapter for drivers of virtio 1.0. Since libvirt 5.2.0. */
  public static final HostDeviceModel VIRTIO_NON_TRANSITIONAL =
      new HostDeviceModel("virtio-non-transitional");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
