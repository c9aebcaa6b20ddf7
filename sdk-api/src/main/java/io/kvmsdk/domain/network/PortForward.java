package io.kvmsdk.domain.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Connections to ports of the host that go to the guest; passt only. Since libvirt 9.0.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#userspace-connection-using-passt">libvirt:
 *     Userspace connection using passt</a>
 */
@Value.Immutable
@ValueStyle
public interface PortForward extends WithPortForward {

  /** How it is read and written. */
  XmlMapping<PortForward> XML = new PortForwardXml();

  /** A TCP port of the host, at all its addresses, that goes to a port of the guest. */
  static PortForward tcp(int port, int to) {
    return of(PortForwardProtocol.TCP, port, to);
  }

  /** A UDP port of the host, at all its addresses, that goes to a port of the guest. */
  static PortForward udp(int port, int to) {
    return of(PortForwardProtocol.UDP, port, to);
  }

  private static PortForward of(PortForwardProtocol protocol, int port, int to) {
    return builder().protocol(protocol).addRange(PortForwardRange.of(port, to)).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whose ports. */
  PortForwardProtocol protocol();

  /** The address of the host where the connections come in. Absent means all of them. */
  Optional<String> address();

  /** The device of the host where the connections come in. Absent means all of them. */
  Optional<String> device();

  /** Which ports. None means all of them. */
  List<PortForwardRange> ranges();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePortForward.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PortForwardXml extends XmlMapping<PortForward> {

  PortForwardXml() {
    super("portForward");
  }

  @Override
  protected PortForward read(XmlIn in) {
    PortForward.Builder b = PortForward.builder();
    b.protocol(new PortForwardProtocol(in.required("proto")));
    if (in.attr("address")) b.address(in.value());
    if (in.attr("dev")) b.device(in.value());
    for (XmlIn range : in.children("range")) {
      b.addRange(range.read(PortForwardRange.XML));
    }
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PortForward value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("proto", value.protocol().toString());
    out.attr("address", value.address());
    out.attr("dev", value.device());
    out.writeAll("range", PortForwardRange.XML, value.ranges());
    out.end();
  }
}
