package io.kvmsdk.qmp.direct;

/** The generations of the interface that virtio devices on PCI have. */
final class VirtioModel {

  private static final String PLAIN = "virtio";
  private static final String TRANSITIONAL = "virtio-transitional";
  private static final String NON_TRANSITIONAL = "virtio-non-transitional";

  private VirtioModel() {}

  static boolean isVirtio(String model) {
    return model.equals(PLAIN) || model.equals(TRANSITIONAL) || model.equals(NON_TRANSITIONAL);
  }

  /** Whether it may sit on PCI Express; the older interface needs the I/O space of plain PCI. */
  static boolean isExpress(String model) {
    return !model.equals(TRANSITIONAL);
  }

  /**
   * QEMU's name of a device.
   *
   * @param device such as {@code virtio-blk}
   * @param model libvirt's name of the generation, one that {@link #isVirtio} knows
   */
  static String driver(String device, String model) {
    return switch (model) {
      case TRANSITIONAL -> device + "-pci-transitional";
      case NON_TRANSITIONAL -> device + "-pci-non-transitional";
      default -> device + "-pci";
    };
  }
}
