package io.kvmsdk.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A route of IP packets by a gateway: of the host to a virtual network, of a container over one of
 * its network devices. Since libvirt 1.0.6, of a container since 1.2.12.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#static-routes">libvirt: Static Routes</a>
 */
@Value.Immutable
@ValueStyle
public interface Route extends WithRoute {

  /** How it is read and written. */
  XmlMapping<Route> XML = new RouteXml();

  /** A route to an IPv4 or IPv6 network, such as {@code 192.168.222.0}, 24. */
  static Route to(String address, int prefix, String gateway) {
    Builder made = builder().address(address).prefix(prefix).gateway(gateway);
    return (address.contains(":") ? made.family(AddressFamily.IPV6) : made).build();
  }

  /** The route for everything that has no other, by an IPv4 or IPv6 gateway. */
  static Route viaGateway(String gateway) {
    return gateway.contains(":")
        ? builder().family(AddressFamily.IPV6).address("::").gateway(gateway).build()
        : builder().address("0.0.0.0").gateway(gateway).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <route>} says, keeping what has no name here. */
  static Route fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <route>} says. */
  static Route fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <route>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** Which version of IP. Absent means IPv4. */
  Optional<AddressFamily> family();

  /** The network or host that is reached. */
  String address();

  /**
   * The bits of the network in an IPv4 address, such as {@code 255.255.255.0}; instead of a prefix.
   */
  Optional<String> netmask();

  /**
   * How many bits of the address are the network's, 0 to 32 or 128. Absent, without a netmask,
   * means what the class of an IPv4 address says, or 64.
   */
  Optional<Integer> prefix();

  /** The address that the packets are sent to. */
  String gateway();

  /**
   * How far the way is, from 1; of two routes to one network the shorter is taken. Absent means 1.
   */
  Optional<Long> metric();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableRoute.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RouteXml extends XmlMapping<Route> {

  RouteXml() {
    super("route");
  }

  @Override
  protected Route read(XmlIn in) {
    Route.Builder b = Route.builder();
    if (in.attr("family")) b.family(new AddressFamily(in.value()));
    b.address(in.required("address"));
    if (in.attr("netmask")) b.netmask(in.value());
    if (in.intAttr("prefix")) b.prefix(in.intValue());
    b.gateway(in.required("gateway"));
    if (in.longAttr("metric")) b.metric(in.longValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Route value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("family", value.family());
    out.attr("address", value.address());
    out.attr("netmask", value.netmask());
    out.attr("prefix", value.prefix());
    out.attr("gateway", value.gateway());
    out.attr("metric", value.metric());
    out.end();
  }
}
