package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/** A tap device that is named by the interface's target, or made for it. */
@Value.Immutable
@ValueStyle
public sealed interface EthernetInterfaceSource extends InterfaceSource, WithEthernetInterfaceSource
    permits ImmutableEthernetInterfaceSource {

  /** How it is read and written. */
  XmlMapping<EthernetInterfaceSource> XML = new EthernetInterfaceSourceXml();

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
    return "ethernet";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableEthernetInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class EthernetInterfaceSourceXml extends XmlMapping<EthernetInterfaceSource> {

  EthernetInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected EthernetInterfaceSource read(XmlIn in) {
    EthernetInterfaceSource.Builder b = EthernetInterfaceSource.builder();
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(EthernetInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.end();
  }
}
