package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A bridge of the host: Linux' own, or Open vSwitch's with a virtual port. */
@Value.Immutable
@ValueStyle
public sealed interface BridgeInterfaceSource extends InterfaceSource, WithBridgeInterfaceSource
    permits ImmutableBridgeInterfaceSource {

  /** How it is read and written. */
  XmlMapping<BridgeInterfaceSource> XML = new BridgeInterfaceSourceXml();

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
    return "bridge";
  }

  /** The name of the bridge, such as {@code br0}. */
  Optional<String> bridge();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBridgeInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BridgeInterfaceSourceXml extends XmlMapping<BridgeInterfaceSource> {

  BridgeInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected BridgeInterfaceSource read(XmlIn in) {
    BridgeInterfaceSource.Builder b = BridgeInterfaceSource.builder();
    if (in.attr("bridge")) b.bridge(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(BridgeInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("bridge", value.bridge());
    out.end();
  }
}
