package io.kvmsdk.host.device.nested;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * That a PCI device is a CardBus bridge, and cannot be given to a guest. Since libvirt 1.3.3.
 *
 * @see <a href="https://libvirt.org/formatnode.html#pci">libvirt: pci</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface CardbusBridgeCapability
    extends NestedCapability, WithCardbusBridgeCapability permits ImmutableCardbusBridgeCapability {

  /** How it is read and written. */
  XmlMapping<CardbusBridgeCapability> XML = new CardbusBridgeCapabilityXml();

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
    return "cardbus-bridge";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCardbusBridgeCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CardbusBridgeCapabilityXml extends XmlMapping<CardbusBridgeCapability> {

  CardbusBridgeCapabilityXml() {
    super("capability");
  }

  @Override
  protected CardbusBridgeCapability read(XmlIn in) {
    CardbusBridgeCapability.Builder b = CardbusBridgeCapability.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CardbusBridgeCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.end();
  }
}
