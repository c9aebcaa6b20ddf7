package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * An end of a tunnel of UDP packets between two machines. Since libvirt 1.2.20.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#udp-unicast-tunnel">libvirt: UDP unicast
 *     tunnel</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface UdpInterfaceSource extends InterfaceSource, WithUdpInterfaceSource
    permits ImmutableUdpInterfaceSource {

  /** How it is read and written. */
  XmlMapping<UdpInterfaceSource> XML = new UdpInterfaceSourceXml();

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
    return "udp";
  }

  /** The IPv4 address that packets are sent to. */
  String address();

  /** The port that packets are sent to, up to 65535. */
  int port();

  /** The IPv4 address of the host that packets are sent from. */
  String localAddress();

  /** The port that packets are sent from, up to 65535. */
  int localPort();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUdpInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class UdpInterfaceSourceXml extends XmlMapping<UdpInterfaceSource> {

  UdpInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected UdpInterfaceSource read(XmlIn in) {
    UdpInterfaceSource.Builder b = UdpInterfaceSource.builder();
    b.address(in.required("address"));
    if (!in.signedIntAttr("port")) throw in.missing("@port");
    b.port(in.intValue());
    XmlIn local = in.child("local");
    b.localAddress(local.required("address"));
    if (!local.signedIntAttr("port")) throw local.missing("@port");
    b.localPort(in.intValue());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(UdpInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("address", value.address());
    out.attr("port", value.port());
    out.beginPart("local");
    out.attr("address", value.localAddress());
    out.attr("port", value.localPort());
    out.end();
    out.end();
  }
}
