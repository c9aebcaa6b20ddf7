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
 * An IP address of an interface, on the guest's side or the host's, or of a network device that a
 * container has. Since libvirt 1.2.12.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#ip-configuration">libvirt: IP
 *     configuration</a>
 */
@Value.Immutable
@ValueStyle
public interface InterfaceIp extends WithInterfaceIp {

  /** How it is read and written. */
  XmlMapping<InterfaceIp> XML = new InterfaceIpXml();

  /** An IPv4 or IPv6 address with a prefix, such as {@code 192.168.122.5}, 24. */
  static InterfaceIp of(String address, int prefix) {
    Builder made = builder().address(address).prefix(prefix);
    return (address.contains(":") ? made.family(AddressFamily.IPV6) : made).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <ip>} says, keeping what has no name here. */
  static InterfaceIp fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <ip>} says. */
  static InterfaceIp fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <ip>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** The address. */
  String address();

  /** Which version of IP. Absent means IPv4. */
  Optional<AddressFamily> family();

  /**
   * How many bits of it are the network's, 0 to 32 or 128. Absent means what the class of an IPv4
   * address says, or 64.
   */
  Optional<Integer> prefix();

  /** The address of the other end of a point-to-point link. Since libvirt 2.1.0. */
  Optional<String> peer();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableInterfaceIp.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class InterfaceIpXml extends XmlMapping<InterfaceIp> {

  InterfaceIpXml() {
    super("ip");
  }

  @Override
  protected InterfaceIp read(XmlIn in) {
    InterfaceIp.Builder b = InterfaceIp.builder();
    b.address(in.required("address"));
    if (in.attr("family")) b.family(new AddressFamily(in.value()));
    if (in.intAttr("prefix")) b.prefix(in.intValue());
    if (in.attr("peer")) b.peer(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(InterfaceIp value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("address", value.address());
    out.attr("family", value.family());
    out.attr("prefix", value.prefix());
    out.attr("peer", value.peer());
    out.end();
  }
}
