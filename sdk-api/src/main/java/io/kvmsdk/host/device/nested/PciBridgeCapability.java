package io.kvmsdk.host.device.nested;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * That a PCI device is a bridge, and cannot be given to a guest. Since libvirt 1.3.3.
 *
 * @see <a href="https://libvirt.org/formatnode.html#pci">libvirt: pci</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface PciBridgeCapability extends NestedCapability, WithPciBridgeCapability
    permits ImmutablePciBridgeCapability {

  /** How it is read and written. */
  XmlMapping<PciBridgeCapability> XML = new PciBridgeCapabilityXml();

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
    return "pci-bridge";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePciBridgeCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PciBridgeCapabilityXml extends XmlMapping<PciBridgeCapability> {

  PciBridgeCapabilityXml() {
    super("capability");
  }

  @Override
  protected PciBridgeCapability read(XmlIn in) {
    PciBridgeCapability.Builder b = PciBridgeCapability.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PciBridgeCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.end();
  }
}
