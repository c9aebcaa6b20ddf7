package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The end of a TCP tunnel that listens. All traffic of its clients passes through this machine.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#tcp-tunnel">libvirt: TCP tunnel</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ServerInterfaceSource extends InterfaceSource, WithServerInterfaceSource
    permits ImmutableServerInterfaceSource {

  /** How it is read and written. */
  XmlMapping<ServerInterfaceSource> XML = new ServerInterfaceSourceXml();

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
    return "server";
  }

  /** The IPv4 address of the host where it listens. Absent means all of them. */
  Optional<String> address();

  /** The port, up to 65535. */
  int port();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableServerInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ServerInterfaceSourceXml extends XmlMapping<ServerInterfaceSource> {

  ServerInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected ServerInterfaceSource read(XmlIn in) {
    ServerInterfaceSource.Builder b = ServerInterfaceSource.builder();
    if (in.attr("address")) b.address(in.value());
    if (!in.signedIntAttr("port")) throw in.missing("@port");
    b.port(in.intValue());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(ServerInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("address", value.address());
    out.attr("port", value.port());
    out.end();
  }
}
