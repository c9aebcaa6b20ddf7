package io.kvmsdk.qmp.direct;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What virtio devices on PCI share: the generations of their interface, and options of the ring.
 */
final class VirtioModel {

  private static final String PLAIN = "virtio";
  private static final String TRANSITIONAL = "virtio-transitional";
  private static final String NON_TRANSITIONAL = "virtio-non-transitional";

  /** The attributes of a {@code <driver>} that say something of the ring. */
  static final List<String> ATTRIBUTES =
      List.of("ats", "packed", "event_idx", "ioeventfd", "iommu", "page_per_vq");

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

  /**
   * Puts what a {@code <driver>} says of the ring, which the model has no names for.
   *
   * @param driver gives the value of an attribute
   */
  static void putOptions(QemuJson device, Function<String, Optional<String>> driver) {
    for (String attribute : ATTRIBUTES) {
      String property =
          switch (attribute) {
            case "iommu" -> "iommu_platform";
            case "page_per_vq" -> "page-per-vq";
            default -> attribute;
          };
      device.put(property, driver.apply(attribute).map("on"::equals));
    }
  }
}
