package io.kvmsdk.network.dhcp;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A guest that always gets the same address. It is known by its Ethernet address, over IPv6 by its
 * DUID or its name. Since libvirt 0.4.5.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#addressing">libvirt: Addressing</a>
 */
@Value.Immutable
@ValueStyle
public interface DhcpHost extends WithDhcpHost {

  /** How it is read and written. */
  XmlMapping<DhcpHost> XML = new DhcpHostXml();

  /** The guest with this Ethernet address. */
  static DhcpHost of(MacAddress mac, String ip) {
    return builder().mac(mac).ip(ip).build();
  }

  /** The guest that calls itself so. */
  static DhcpHost named(String name, String ip) {
    return builder().name(name).ip(ip).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its Ethernet address; IPv4 only. */
  Optional<MacAddress> mac();

  /** Its DUID, octets in hexadecimal with colons between; IPv6 only. */
  Optional<String> duid();

  /**
   * The name that it is given; without an Ethernet address and DUID, the name by which it is known.
   */
  Optional<String> name();

  /** Its address. */
  String ip();

  /**
   * How long it may keep the address. Absent means what dnsmasq's default is. Since libvirt 6.3.0.
   */
  Optional<DhcpLease> lease();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDhcpHost.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DhcpHostXml extends XmlMapping<DhcpHost> {

  DhcpHostXml() {
    super("host");
  }

  @Override
  protected DhcpHost read(XmlIn in) {
    DhcpHost.Builder b = DhcpHost.builder();
    if (in.attr("mac")) b.mac(in.mac());
    if (in.attr("id")) b.duid(in.value());
    if (in.attr("name")) b.name(in.value());
    b.ip(in.required("ip"));
    XmlIn lease = in.childWithNumbers("lease", "expiry");
    if (lease.present()) b.lease(lease.read(DhcpLease.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DhcpHost value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("mac", value.mac());
    out.attr("id", value.duid());
    out.attr("name", value.name());
    out.attr("ip", value.ip());
    out.write("lease", DhcpLease.XML, value.lease());
    out.end();
  }
}
