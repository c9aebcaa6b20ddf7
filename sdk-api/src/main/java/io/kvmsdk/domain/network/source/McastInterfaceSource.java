package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A group of machines that hear each other by multicast, also across hosts.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#multicast-tunnel">libvirt: Multicast
 *     tunnel</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface McastInterfaceSource extends InterfaceSource, WithMcastInterfaceSource
    permits ImmutableMcastInterfaceSource {

  /** How it is read and written. */
  XmlMapping<McastInterfaceSource> XML = new McastInterfaceSourceXml();

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
    return "mcast";
  }

  /** The IPv4 address of the group, such as {@code 230.0.0.1}. */
  String address();

  /** The port, up to 65535. */
  int port();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMcastInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class McastInterfaceSourceXml extends XmlMapping<McastInterfaceSource> {

  McastInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected McastInterfaceSource read(XmlIn in) {
    McastInterfaceSource.Builder b = McastInterfaceSource.builder();
    b.address(in.required("address"));
    if (!in.signedIntAttr("port")) throw in.missing("@port");
    b.port(in.intValue());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(McastInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("address", value.address());
    out.attr("port", value.port());
    out.end();
  }
}
