package io.kvmsdk.host.device.nested;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * That a network device is one of Ethernet.
 *
 * @see <a href="https://libvirt.org/formatnode.html#net">libvirt: net</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface EthernetCapability extends NestedCapability, WithEthernetCapability
    permits ImmutableEthernetCapability {

  /** How it is read and written. */
  XmlMapping<EthernetCapability> XML = new EthernetCapabilityXml();

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
    return "80203";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableEthernetCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class EthernetCapabilityXml extends XmlMapping<EthernetCapability> {

  EthernetCapabilityXml() {
    super("capability");
  }

  @Override
  protected EthernetCapability read(XmlIn in) {
    EthernetCapability.Builder b = EthernetCapability.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(EthernetCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.end();
  }
}
