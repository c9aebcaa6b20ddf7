package io.kvmsdk.domain.video;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A graphics card.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#video-devices">libvirt: Video devices</a>
 */
@Value.Immutable
@ValueStyle
public interface Video extends Device, WithVideo {

  /** How it is read and written. */
  XmlMapping<Video> XML = new VideoXml();

  /** A virtio card with one screen, for guests that have a driver for it: the usual choice. */
  static Video virtio() {
    return builder().model(VideoModel.VIRTIO).heads(1).primary(true).build();
  }

  /** A virtio card with one screen that renders by OpenGL on the host; wants a console with it. */
  static Video virtioGl() {
    return virtio().withAccel3d(true);
  }

  /** A card for SPICE, with one screen and the memory that libvirt gives it by itself. */
  static Video qxl() {
    return builder()
        .model(VideoModel.QXL)
        .ram(ByteSize.mebibytes(64))
        .videoRam(ByteSize.mebibytes(64))
        .vgaMemory(ByteSize.mebibytes(16))
        .heads(1)
        .primary(true)
        .build();
  }

  /** A VGA card, which every guest can use. */
  static Video vga() {
    return builder().model(VideoModel.VGA).videoRam(ByteSize.mebibytes(16)).build();
  }

  /** None: libvirt adds no card by itself, such as where a mediated device is the only one. */
  static Video none() {
    return builder().model(VideoModel.NONE).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <video>} says, keeping what has no name here. */
  static Video fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <video>} says. */
  static Video fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** How the host does it. */
  Optional<VideoDriver> driver();

  /** What the guest sees. Absent means what libvirt chooses for the guest. */
  Optional<VideoModel> model();

  /**
   * The memory of the card, in whole KiB, rounded to a power of two; for QXL that of its second
   * region. Absent means a default.
   */
  Optional<ByteSize> videoRam();

  /** The first region of the memory of a QXL card, in whole KiB. Since libvirt 1.0.2. */
  Optional<ByteSize> ram();

  /**
   * By how much the second region of a QXL card is larger for guests of 64 bits, in whole KiB.
   * Since libvirt 1.3.3.
   */
  Optional<ByteSize> videoRam64();

  /**
   * The framebuffer of a QXL card while the guest has no driver for it, in whole KiB. Since libvirt
   * 1.2.11.
   */
  Optional<ByteSize> vgaMemory();

  /** How many screens there are. Absent means 1. */
  Optional<Integer> heads();

  /**
   * Whether it is the card that the guest begins with. Absent means that the first one is. Since
   * libvirt 1.0.2.
   */
  Optional<Boolean> primary();

  /**
   * Whether guest and host share the memory of pictures instead of copying them; virtio only,
   * QEMU's since 6.1. Since libvirt 9.2.0.
   */
  Optional<Boolean> blob();

  /**
   * Whether the host renders in three dimensions for the guest. VirtualBox since libvirt 0.7.1,
   * QEMU's since libvirt 1.3.0.
   */
  Optional<Boolean> accel3d();

  /**
   * Whether the host draws in two dimensions for the guest; VirtualBox only. Since libvirt 0.7.1.
   */
  Optional<Boolean> accel2d();

  /**
   * The absolute path of the GPU that renders, with {@link VideoBackend#VHOST_USER}. Absent means
   * one that libvirt picks. Since libvirt 5.8.0.
   */
  Optional<String> renderNode();

  /** The least size of the picture, for VGA, QXL, bochs, gop and virtio. Since libvirt 5.9.0. */
  Optional<VideoResolution> resolution();

  /** The number by which a guest names the device. */
  Optional<Integer> acpiIndex();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVideo.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VideoXml extends XmlMapping<Video> {

  VideoXml() {
    super("video");
  }

  @Override
  protected Video read(XmlIn in) {
    Video.Builder b = Video.builder();
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(VideoDriver.XML));
    XmlIn model = in.child("model");
    if (model.attr("type")) b.model(new VideoModel(in.value()));
    if (model.fixedSizeAttr("vram", "KiB")) b.videoRam(in.size());
    if (model.fixedSizeAttr("ram", "KiB")) b.ram(in.size());
    if (model.fixedSizeAttr("vram64", "KiB")) b.videoRam64(in.size());
    if (model.fixedSizeAttr("vgamem", "KiB")) b.vgaMemory(in.size());
    if (model.intAttr("heads")) b.heads(in.intValue());
    if (model.yesNo("primary")) b.primary(in.flag());
    if (model.onOff("blob")) b.blob(in.flag());
    XmlIn modelAcceleration = model.child("acceleration");
    if (modelAcceleration.yesNo("accel3d")) b.accel3d(in.flag());
    if (modelAcceleration.yesNo("accel2d")) b.accel2d(in.flag());
    if (modelAcceleration.attr("rendernode")) b.renderNode(in.value());
    XmlIn modelResolution = model.child("resolution");
    if (modelResolution.present()) b.resolution(modelResolution.read(VideoResolution.XML));
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Video value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.write("driver", VideoDriver.XML, value.driver());
    out.beginPart("model");
    out.attr("type", value.model());
    out.fixedSizeAttr("vram", "KiB", value.videoRam());
    out.fixedSizeAttr("ram", "KiB", value.ram());
    out.fixedSizeAttr("vram64", "KiB", value.videoRam64());
    out.fixedSizeAttr("vgamem", "KiB", value.vgaMemory());
    out.attr("heads", value.heads());
    out.yesNo("primary", value.primary());
    out.onOff("blob", value.blob());
    out.beginPart("acceleration");
    out.yesNo("accel3d", value.accel3d());
    out.yesNo("accel2d", value.accel2d());
    out.attr("rendernode", value.renderNode());
    out.end();
    out.write("resolution", VideoResolution.XML, value.resolution());
    out.end();
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
