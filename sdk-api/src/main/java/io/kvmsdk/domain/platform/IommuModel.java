package io.kvmsdk.domain.platform;

/**
 * What kind of IOMMU a guest has. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record IommuModel(String value) {

  /** Intel's VT-d, for {@code q35}. */
  public static final IommuModel INTEL = new IommuModel("intel");

  /** Arm's, for {@code virt}. Since libvirt 5.5.0. */
  public static final IommuModel SMMUV3 = new IommuModel("smmuv3");

  /** The virtio one, for {@code q35} and Arm's {@code virt}. Since libvirt 8.3.0. */
  public static final IommuModel VIRTIO = new IommuModel("virtio");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
