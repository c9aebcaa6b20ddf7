package io.kvmsdk.domain.video;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the host does the work of a graphics card.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#video-devices">libvirt: Video devices</a>
 */
@Value.Immutable
@ValueStyle
public interface VideoDriver extends WithVideoDriver {

  /** How it is read and written. */
  XmlMapping<VideoDriver> XML = new VideoDriverXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What does it. Absent means {@link VideoBackend#QEMU}. Since libvirt 5.8.0. */
  Optional<VideoBackend> name();

  /** How a bhyve guest sees the card as VGA. Since libvirt 3.5.0. */
  Optional<VgaConf> vgaConf();

  /**
   * Whether the device goes through an IOMMU that the guest has; virtio only. Since libvirt 3.5.0.
   */
  Optional<Boolean> iommu();

  /** Whether it has address translation services; virtio only. Since libvirt 3.5.0. */
  Optional<Boolean> ats();

  /** Whether it has packed virtqueues; virtio only. Since libvirt 6.3.0. */
  Optional<Boolean> packed();

  /**
   * Whether each of its queues is notified on a page of its own; virtio only. Since libvirt 7.9.0.
   */
  Optional<Boolean> pagePerVq();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVideoDriver.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VideoDriverXml extends XmlMapping<VideoDriver> {

  VideoDriverXml() {
    super("driver");
  }

  @Override
  protected VideoDriver read(XmlIn in) {
    VideoDriver.Builder b = VideoDriver.builder();
    if (in.attr("name")) b.name(new VideoBackend(in.value()));
    if (in.attr("vgaconf")) b.vgaConf(new VgaConf(in.value()));
    if (in.onOff("iommu")) b.iommu(in.flag());
    if (in.onOff("ats")) b.ats(in.flag());
    if (in.onOff("packed")) b.packed(in.flag());
    if (in.onOff("page_per_vq")) b.pagePerVq(in.flag());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(VideoDriver value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("name", value.name());
    out.attr("vgaconf", value.vgaConf());
    out.onOff("iommu", value.iommu());
    out.onOff("ats", value.ats());
    out.onOff("packed", value.packed());
    out.onOff("page_per_vq", value.pagePerVq());
    out.end();
  }
}
