package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A network that a hypervisor has within itself; VirtualBox.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#network-interfaces">libvirt: Network
 *     interfaces</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface InternalInterfaceSource extends InterfaceSource, WithInternalInterfaceSource
    permits ImmutableInternalInterfaceSource {

  /** How it is read and written. */
  XmlMapping<InternalInterfaceSource> XML = new InternalInterfaceSourceXml();

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
    return "internal";
  }

  /** The name of the network. */
  String name();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableInternalInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class InternalInterfaceSourceXml extends XmlMapping<InternalInterfaceSource> {

  InternalInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected InternalInterfaceSource read(XmlIn in) {
    InternalInterfaceSource.Builder b = InternalInterfaceSource.builder();
    b.name(in.required("name"));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(InternalInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("name", value.name());
    out.end();
  }
}
