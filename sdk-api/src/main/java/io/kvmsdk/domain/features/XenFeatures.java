package io.kvmsdk.domain.features;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How Xen behaves toward a guest. Since libvirt 6.3.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hypervisor-features">libvirt: Hypervisor
 *     features</a>
 */
@Value.Immutable
@ValueStyle
public interface XenFeatures extends WithXenFeatures {

  /** How it is read and written. */
  XmlMapping<XenFeatures> XML = new XenFeaturesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether a paravirtual guest sees the host's memory map. Since libvirt 6.3.0. */
  Optional<Boolean> hostE820();

  /** Whether devices of the host can be given to it. Since libvirt 6.3.0. */
  Optional<Boolean> passthrough();

  /** Which page tables the IOMMU has for that. Since libvirt 6.3.0. */
  Optional<XenPassthroughMode> passthroughMode();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableXenFeatures.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    @Override
    public XenFeatures build() {
      XenFeatures made = super.build();
      return made.passthroughMode().isPresent() && made.passthrough().isEmpty()
          ? made.withPassthrough(true)
          : made;
    }

    XenFeatures buildAsRead() {
      return super.build();
    }
  }
}

final class XenFeaturesXml extends XmlMapping<XenFeatures> {

  XenFeaturesXml() {
    super("xen");
  }

  @Override
  protected XenFeatures read(XmlIn in) {
    XenFeatures.Builder b = XenFeatures.builder();
    if (in.child("e820_host").onOff("state")) b.hostE820(in.flag());
    XmlIn passthrough = in.child("passthrough");
    if (passthrough.onOff("state")) b.passthrough(in.flag());
    if (passthrough.attr("mode")) b.passthroughMode(new XenPassthroughMode(in.value()));
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(XenFeatures value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partOnOff("e820_host", "state", value.hostE820());
    out.beginPart("passthrough");
    out.onOff("state", value.passthrough());
    out.attr("mode", value.passthroughMode());
    out.end();
    out.end();
  }
}
