package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * An end of a TCP tunnel that connects.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#tcp-tunnel">libvirt: TCP tunnel</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ClientInterfaceSource extends InterfaceSource, WithClientInterfaceSource
    permits ImmutableClientInterfaceSource {

  /** How it is read and written. */
  XmlMapping<ClientInterfaceSource> XML = new ClientInterfaceSourceXml();

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
    return "client";
  }

  /** The IPv4 address of the end that listens. */
  String address();

  /** Its port, up to 65535. */
  int port();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableClientInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ClientInterfaceSourceXml extends XmlMapping<ClientInterfaceSource> {

  ClientInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected ClientInterfaceSource read(XmlIn in) {
    ClientInterfaceSource.Builder b = ClientInterfaceSource.builder();
    b.address(in.required("address"));
    if (!in.signedIntAttr("port")) throw in.missing("@port");
    b.port(in.intValue());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(ClientInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("address", value.address());
    out.attr("port", value.port());
    out.end();
  }
}
