package io.kvmsdk.host.device.nested;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * That a network device is a wireless one (IEEE 802.11).
 *
 * @see <a href="https://libvirt.org/formatnode.html#net">libvirt: net</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface WirelessCapability extends NestedCapability, WithWirelessCapability
    permits ImmutableWirelessCapability {

  /** How it is read and written. */
  XmlMapping<WirelessCapability> XML = new WirelessCapabilityXml();

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
    return "80211";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableWirelessCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class WirelessCapabilityXml extends XmlMapping<WirelessCapability> {

  WirelessCapabilityXml() {
    super("capability");
  }

  @Override
  protected WirelessCapability read(XmlIn in) {
    WirelessCapability.Builder b = WirelessCapability.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(WirelessCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.end();
  }
}
