package io.kvmsdk.host.device;

import io.kvmsdk.host.device.part.DrmType;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A graphics device (DRM).
 *
 * @see <a href="https://libvirt.org/formatnode.html#drm">libvirt: drm</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface DrmCapability extends NodeCapability, WithDrmCapability
    permits ImmutableDrmCapability {

  /** How it is read and written. */
  XmlMapping<DrmCapability> XML = new DrmCapabilityXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "drm";
  }

  /** What it is for. */
  DrmType drmType();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDrmCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DrmCapabilityXml extends XmlMapping<DrmCapability> {

  DrmCapabilityXml() {
    super("capability");
  }

  @Override
  protected DrmCapability read(XmlIn in) {
    DrmCapability.Builder b = DrmCapability.builder();
    XmlIn type = in.child("type");
    if (!type.text()) throw type.unreadable("a value");
    b.drmType(new DrmType(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DrmCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.beginPart("type");
    out.text(String.valueOf(value.drmType()));
    out.end();
    out.end();
  }
}
