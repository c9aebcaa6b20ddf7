package io.kvmsdk.domain.passthrough;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A route of a container over a network device. Since libvirt 1.2.12.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public interface HostDeviceRoute extends WithHostDeviceRoute {

  /** How it is read and written. */
  XmlMapping<HostDeviceRoute> XML = new HostDeviceRouteXml();

  /** Everything that has no other route, by such a gateway. */
  static HostDeviceRoute viaGateway(String gateway) {
    return gateway.contains(":")
        ? builder().family("ipv6").address("::").gateway(gateway).build()
        : builder().family("ipv4").address("0.0.0.0").gateway(gateway).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** {@code ipv4} or {@code ipv6}. Absent means IPv4. */
  Optional<String> family();

  /** The network that it leads to. */
  String address();

  /** The mask of that network; IPv4 only, and not beside a prefix. */
  Optional<String> netmask();

  /** How many bits that network has. */
  Optional<Integer> prefix();

  /** The address that it leads by. */
  String gateway();

  /** What it costs; the cheapest route is taken. Absent means what the guest assumes. */
  Optional<Integer> metric();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostDeviceRoute.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostDeviceRouteXml extends XmlMapping<HostDeviceRoute> {

  HostDeviceRouteXml() {
    super("route");
  }

  @Override
  protected HostDeviceRoute read(XmlIn in) {
    HostDeviceRoute.Builder b = HostDeviceRoute.builder();
    if (in.attr("family")) b.family(in.value());
    b.address(in.required("address"));
    if (in.attr("netmask")) b.netmask(in.value());
    if (in.intAttr("prefix")) b.prefix(in.intValue());
    b.gateway(in.required("gateway"));
    if (in.intAttr("metric")) b.metric(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostDeviceRoute value, String name, XmlOut out) {
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
