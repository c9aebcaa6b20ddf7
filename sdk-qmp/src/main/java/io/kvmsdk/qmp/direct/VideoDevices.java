package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.video.Video;
import io.kvmsdk.domain.video.VideoModel;
import io.kvmsdk.domain.video.VideoResolution;
import io.kvmsdk.units.ByteSize;
import java.util.List;
import java.util.Optional;

/** Video devices in QEMU's terms. */
final class VideoDevices {

  private final DomainDefinition live;
  private final PciBuses pci;

  /** Of a completed definition. */
  VideoDevices(DomainDefinition live, PciBuses pci) {
    this.live = live;
    this.pci = pci;
  }

  static boolean isThere(Video video) {
    return !model(video).equals(VideoModel.NONE);
  }

  private static VideoModel model(Video video) {
    return video.model().orElse(VideoModel.VGA);
  }

  /** Adds the video device that a graphical console shows, where the definition has none. */
  static DomainDefinition needed(DomainDefinition definition) {
    if (definition.graphics().isEmpty() || !definition.videos().isEmpty()) {
      return definition;
    }
    return definition.withVideos(Video.builder().model(VideoModel.VGA).build());
  }

  void addTo(CommandLine.Builder b) {
    List<Video> all = live.videos();
    boolean primary = true;
    for (int i = 0; i < all.size(); i++) {
      if (isThere(all.get(i))) {
        String path = DevicePaths.path("video", i, all.size());
        b.device(device(path, all.get(i), primary).node());
        primary = false;
      }
    }
  }

  private QemuJson device(String path, Video video, boolean primary) {
    String type = model(video).value();
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
    if (!primary && video.primary().orElse(false)) {
      throw Refusal.invalid(path + "/model/@primary", "yes", "no, but for the first device");
    }
    boolean second = type.equals("qxl") || type.equals("virtio") || type.equals("bochs");
    if (!primary && !second) {
      throw Refusal.unknown(path + "/model/@type", type, "qxl or virtio beside another");
    }
    QemuJson device = QemuJson.device(driver, video.alias().orElseThrow());
    memory(device, type, video);
    if (type.equals("qxl") || type.equals("virtio")) {
      device.put("max_outputs", video.heads());
    }
    device.put("xres", video.resolution().map(VideoResolution::width));
    device.put("yres", video.resolution().map(VideoResolution::height));
    pci.put(device, path, video.address());
    return device;
  }

  private static void memory(QemuJson device, String type, Video video) {
    switch (type) {
      case "vga", "vmvga" -> device.put("vgamem_mb", mebibytes(video.videoRam()));
      case "bochs" -> device.put("vgamem", video.videoRam().map(ByteSize::bytes));
      case "qxl" -> {
        device.put("ram_size", video.ram().map(ByteSize::bytes));
        device.put("vram_size", video.videoRam().map(ByteSize::bytes));
        device.put("vgamem_mb", mebibytes(video.vgaMemory()));
      }
      default -> {
        // Their memory is what it is.
      }
    }
  }

  private static Optional<Long> mebibytes(Optional<ByteSize> size) {
    return size.map(it -> it.bytes() >> 20);
  }
}
