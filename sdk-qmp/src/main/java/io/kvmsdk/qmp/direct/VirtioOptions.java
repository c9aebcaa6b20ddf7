package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.controller.ControllerDriver;
import io.kvmsdk.domain.device.VirtioDriver;
import io.kvmsdk.domain.disk.DiskDriver;
import io.kvmsdk.domain.network.InterfaceDriver;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a {@code <driver>} says of the rings of a virtio device. For one thread. */
final class VirtioOptions {

  /** By the names of libvirt's attributes, those that are said. */
  private final Map<String, Boolean> said = new LinkedHashMap<>();

  private VirtioOptions() {}

  static VirtioOptions of(DiskDriver driver) {
    return new VirtioOptions()
        .with("ats", driver.ats())
        .with("packed", driver.packed())
        .with("event_idx", driver.eventIndex())
        .with("ioeventfd", driver.ioEventFd())
        .with("iommu", driver.iommu())
        .with("page_per_vq", driver.pagePerVq());
  }

  static VirtioOptions of(InterfaceDriver driver) {
    return new VirtioOptions()
        .with("ats", driver.ats())
        .with("packed", driver.packed())
        .with("event_idx", driver.eventIndex())
        .with("ioeventfd", driver.ioEventFd())
        .with("iommu", driver.iommu())
        .with("page_per_vq", driver.pagePerVq());
  }

  static VirtioOptions of(ControllerDriver driver) {
    return new VirtioOptions()
        .with("ats", driver.ats())
        .with("packed", driver.packed())
        // libvirt has no such attribute of controllers, but QEMU has.
        .with("event_idx", driver.extras().attribute("event_idx").map("on"::equals))
        .with("ioeventfd", driver.ioEventFd())
        .with("iommu", driver.iommu())
        .with("page_per_vq", driver.pagePerVq());
  }

  static VirtioOptions of(VirtioDriver driver) {
    return new VirtioOptions()
        .with("ats", driver.ats())
        .with("packed", driver.packed())
        .with("iommu", driver.iommu())
        .with("page_per_vq", driver.pagePerVq());
  }

  private VirtioOptions with(String attribute, Optional<Boolean> value) {
    value.ifPresent(on -> said.put(attribute, on));
    return this;
  }

  /** The first attribute that is said. */
  Optional<String> first() {
    return said.keySet().stream().findFirst();
  }

  void put(QemuJson device) {
    said.forEach((attribute, on) -> device.put(property(attribute), on));
  }

  private static String property(String attribute) {
    return switch (attribute) {
      case "iommu" -> "iommu_platform";
      case "page_per_vq" -> "page-per-vq";
      default -> attribute;
    };
  }
}
