package io.kvmsdk.domain.video;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
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
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Video value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
