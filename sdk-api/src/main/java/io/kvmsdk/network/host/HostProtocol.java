package io.kvmsdk.network.host;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.AddressFamily;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The addresses of an interface of the host, of one family. */
@Value.Immutable
@ValueStyle
public interface HostProtocol extends WithHostProtocol {

  /** How it is read and written. */
  XmlMapping<HostProtocol> XML = new HostProtocolXml();

  /** Addresses by DHCP. */
  static HostProtocol dhcp(AddressFamily family) {
    return builder().family(family).dhcp(HostDhcp.builder().build()).build();
  }

  /** One address, and a gateway. */
  static HostProtocol fixed(AddressFamily family, String address, int prefix, String gateway) {
    return builder()
        .family(family)
        .addAddress(HostAddress.builder().address(address).prefix(prefix).build())
        .gateway(gateway)
        .build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** IPv4 or IPv6. */
  AddressFamily family();

  /** Whether it makes up its addresses of what routers announce; only IPv6. */
  boolean autoconf();

  /** That it asks for addresses by DHCP. */
  Optional<HostDhcp> dhcp();

  /** Addresses that it has in any case, or that libvirt found on it. */
  List<HostAddress> addresses();

  /** The address of the router that packets to elsewhere go to. */
  Optional<String> gateway();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostProtocol.Builder {
    Builder() {
      extras(Extras.NONE);
      autoconf(false);
    }
  }
}

final class HostProtocolXml extends XmlMapping<HostProtocol> {

  HostProtocolXml() {
    super("protocol");
  }

  @Override
  protected HostProtocol read(XmlIn in) {
    HostProtocol.Builder b = HostProtocol.builder();
    b.family(new AddressFamily(in.required("family")));
    b.autoconf(in.has("autoconf"));
    XmlIn dhcp = in.child("dhcp");
    if (dhcp.present()) b.dhcp(dhcp.read(HostDhcp.XML));
    for (XmlIn ip : in.children("ip")) b.addAddress(ip.read(HostAddress.XML));
    if (in.child("route").attr("gateway")) b.gateway(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostProtocol value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("family", value.family().toString());
    out.flag("autoconf", value.autoconf());
    out.write("dhcp", HostDhcp.XML, value.dhcp());
    out.writeAll("ip", HostAddress.XML, value.addresses());
    out.part("route", "gateway", value.gateway());
    out.end();
  }
}
