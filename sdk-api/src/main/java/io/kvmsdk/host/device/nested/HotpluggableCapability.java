package io.kvmsdk.host.device.nested;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * That a storage device can be plugged while the host runs.
 *
 * @see <a href="https://libvirt.org/formatnode.html#storage">libvirt: storage</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface HotpluggableCapability extends NestedCapability, WithHotpluggableCapability
    permits ImmutableHotpluggableCapability {

  /** How it is read and written. */
  XmlMapping<HotpluggableCapability> XML = new HotpluggableCapabilityXml();

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
    return "hotpluggable";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHotpluggableCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HotpluggableCapabilityXml extends XmlMapping<HotpluggableCapability> {

  HotpluggableCapabilityXml() {
    super("capability");
  }

  @Override
  protected HotpluggableCapability read(XmlIn in) {
    HotpluggableCapability.Builder b = HotpluggableCapability.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HotpluggableCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.end();
  }
}
