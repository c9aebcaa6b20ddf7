package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** Video devices, which the model has no type for. */
final class VideoDevices {

  private static final String NONE = "none";

  private final DomainDefinition live;
  private final PciBuses pci;

  /** Of a completed definition. */
  VideoDevices(DomainDefinition live, PciBuses pci) {
    this.live = live;
    this.pci = pci;
  }

  static boolean isThere(XmlElement video) {
    return !model(video).equals(NONE);
  }

  private static String model(XmlElement video) {
    return Untyped.attribute(video, "model", "type").orElse("vga");
  }

  /** Adds the video device that a graphical console shows, where the definition has none. */
  static DomainDefinition needed(DomainDefinition definition) {
    if (definition.graphics().isEmpty() || !DevicePaths.untyped(definition, "video").isEmpty()) {
      return definition;
    }
    XmlElement model = XmlElement.of("model").withAttribute("type", "vga");
    Extras devices = definition.extras().in("devices");
    return definition.withExtras(
        definition
            .extras()
            .withIn("devices", devices.withElement(XmlElement.of("video").withChild(model))));
  }

  void addTo(CommandLine.Builder b) {
    List<XmlElement> all = DevicePaths.untyped(live, "video");
    boolean primary = true;
    for (int i = 0; i < all.size(); i++) {
      if (isThere(all.get(i))) {
        String path = DevicePaths.path("video", i, all.size());
        b.device(device(path, all.get(i), primary).node());
        primary = false;
      }
    }
  }

  private QemuJson device(String path, XmlElement video, boolean primary) {
    XmlElement model = video.child("model").orElse(XmlElement.of("model"));
    String type = model(video);
    String driver =
        switch (type) {
          case "vga" -> "VGA";
          case "cirrus" -> "cirrus-vga";
          case "qxl" -> primary ? "qxl-vga" : "qxl";
          case "virtio" -> primary ? "virtio-vga" : "virtio-gpu-pci";
          case "vmvga" -> "vmware-svga";
          case "bochs" -> "bochs-display";
          default -> throw Refusal.unknown(path + "/model/@type", type, "vga or virtio");
        };
    if (!primary && model.attribute("primary").orElse("no").equals("yes")) {
      throw Refusal.invalid(path + "/model/@primary", "yes", "no, but for the first device");
    }
    boolean second = type.equals("qxl") || type.equals("virtio") || type.equals("bochs");
    if (!primary && !second) {
      throw Refusal.unknown(path + "/model/@type", type, "qxl or virtio beside another");
    }
    QemuJson device = QemuJson.device(driver, DevicePaths.alias(video).orElseThrow());
    memory(device, path + "/model/@", type, model);
    if (type.equals("qxl") || type.equals("virtio")) {
      device.put("max_outputs", number(path + "/model/@heads", model.attribute("heads")));
    }
    Optional<XmlElement> resolution = model.child("resolution");
    String at = path + "/model/resolution/@";
    device.put("xres", number(at + "x", resolution.flatMap(it -> it.attribute("x"))));
    device.put("yres", number(at + "y", resolution.flatMap(it -> it.attribute("y"))));
    pci.put(device, path, DevicePaths.address(video));
    return device;
  }

  private static void memory(QemuJson device, String path, String type, XmlElement model) {
    Optional<Long> vram = number(path + "vram", model.attribute("vram"));
    switch (type) {
      case "vga", "vmvga" -> device.put("vgamem_mb", vram.map(kib -> kib / 1024));
      case "bochs" -> device.put("vgamem", vram.map(kib -> kib * 1024));
      case "qxl" -> {
        Optional<Long> ram = number(path + "ram", model.attribute("ram"));
        device.put("ram_size", ram.map(kib -> kib * 1024));
        device.put("vram_size", vram.map(kib -> kib * 1024));
        Optional<Long> vgamem = number(path + "vgamem", model.attribute("vgamem"));
        device.put("vgamem_mb", vgamem.map(kib -> kib / 1024));
      }
      default -> {
        // Their memory is what it is.
      }
    }
  }

  private static Optional<Long> number(String path, Optional<String> value) {
    return value.map(it -> Untyped.number(path, it));
  }
}
