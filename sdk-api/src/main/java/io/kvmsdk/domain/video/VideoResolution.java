package io.kvmsdk.domain.video;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The size of a picture, in pixels.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#video-devices">libvirt: Video devices</a>
 */
@Value.Immutable
@ValueStyle
public interface VideoResolution extends WithVideoResolution {

  /** How it is read and written. */
  XmlMapping<VideoResolution> XML = new VideoResolutionXml();

  /** That many pixels wide and high. */
  static VideoResolution of(int width, int height) {
    return builder().width(width).height(height).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How many pixels it is wide. */
  int width();

  /** How many pixels it is high. */
  int height();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVideoResolution.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VideoResolutionXml extends XmlMapping<VideoResolution> {

  VideoResolutionXml() {
    super("resolution");
  }

  @Override
  protected VideoResolution read(XmlIn in) {
    VideoResolution.Builder b = VideoResolution.builder();
    if (!in.intAttr("x")) throw in.missing("@x");
    b.width(in.intValue());
    if (!in.intAttr("y")) throw in.missing("@y");
    b.height(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VideoResolution value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("x", value.width());
    out.attr("y", value.height());
    out.end();
  }
}
