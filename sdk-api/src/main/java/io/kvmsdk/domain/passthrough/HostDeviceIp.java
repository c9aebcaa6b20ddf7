package io.kvmsdk.domain.passthrough;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An address of a network device within a container. Since libvirt 1.2.12.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public interface HostDeviceIp extends WithHostDeviceIp {

  /** How it is read and written. */
  XmlMapping<HostDeviceIp> XML = new HostDeviceIpXml();

  /** An address, such as {@code 192.168.122.6}, with the number of bits of its network. */
  static HostDeviceIp of(String address, int prefix) {
    return builder().address(address).prefix(prefix).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The IPv4 or IPv6 address. */
  String address();

  /** {@code ipv4} or {@code ipv6}. Absent means what the address is. */
  Optional<String> family();

  /** How many bits its network has. Absent means by its class for IPv4, 64 for IPv6. */
  Optional<Integer> prefix();

  /** The address of the other end, where there are just two. Since libvirt 2.1.0. */
  Optional<String> peer();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostDeviceIp.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostDeviceIpXml extends XmlMapping<HostDeviceIp> {

  HostDeviceIpXml() {
    super("ip");
  }

  @Override
  protected HostDeviceIp read(XmlIn in) {
    HostDeviceIp.Builder b = HostDeviceIp.builder();
    b.address(in.required("address"));
    if (in.attr("family")) b.family(in.value());
    if (in.intAttr("prefix")) b.prefix(in.intValue());
    if (in.attr("peer")) b.peer(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostDeviceIp value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("address", value.address());
    out.attr("family", value.family());
    out.attr("prefix", value.prefix());
    out.attr("peer", value.peer());
    out.end();
  }
}
