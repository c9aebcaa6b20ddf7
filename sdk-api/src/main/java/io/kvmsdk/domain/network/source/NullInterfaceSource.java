package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * Nothing; VMware has such interfaces. Since libvirt 8.7.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#null-network-interface">libvirt: Null network
 *     interface</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface NullInterfaceSource extends InterfaceSource, WithNullInterfaceSource
    permits ImmutableNullInterfaceSource {

  /** How it is read and written. */
  XmlMapping<NullInterfaceSource> XML = new NullInterfaceSourceXml();

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
    return "null";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNullInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NullInterfaceSourceXml extends XmlMapping<NullInterfaceSource> {

  NullInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected NullInterfaceSource read(XmlIn in) {
    NullInterfaceSource.Builder b = NullInterfaceSource.builder();
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(NullInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.end();
  }
}
