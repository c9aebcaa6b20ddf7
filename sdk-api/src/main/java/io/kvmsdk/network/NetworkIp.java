package io.kvmsdk.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.dhcp.DhcpServer;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An address of the host on a network, by which guests reach it, and what it serves them. Since
 * libvirt 0.3.0.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#addressing">libvirt: Addressing</a>
 */
@Value.Immutable
@ValueStyle
public interface NetworkIp extends WithNetworkIp {

  /** How it is read and written. */
  XmlMapping<NetworkIp> XML = new NetworkIpXml();

  /** An IPv4 or IPv6 address with its prefix, such as {@code 192.168.100.1}, 24. */
  static NetworkIp of(String address, int prefix) {
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

  /** Which version of IP. Absent means IPv4. Since libvirt 0.8.7. */
  Optional<AddressFamily> family();

  /** The address of the host. */
  Optional<String> address();

  /**
   * The bits of the network in an IPv4 address, such as {@code 255.255.255.0}; instead of a prefix.
   */
  Optional<String> netmask();

  /** How many bits of the address are the network's, 0 to 32 or 128. Since libvirt 0.8.7. */
  Optional<Integer> prefix();

  /**
   * Whether the names of these addresses are looked up in the network's own DNS server only. Absent
   * means no. Since libvirt 3.0.0.
   */
  Optional<Boolean> localPtr();

  /**
   * The absolute path of the directory that is served by TFTP; on one IPv4 address of a network.
   * Since libvirt 0.7.1.
   */
  Optional<String> tftpRoot();

  /** The server that gives guests their addresses. */
  Optional<DhcpServer> dhcp();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkIp.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetworkIpXml extends XmlMapping<NetworkIp> {

  NetworkIpXml() {
    super("ip");
  }

  @Override
  protected NetworkIp read(XmlIn in) {
    NetworkIp.Builder b = NetworkIp.builder();
    if (in.attr("family")) b.family(new AddressFamily(in.value()));
    if (in.attr("address")) b.address(in.value());
    if (in.attr("netmask")) b.netmask(in.value());
    if (in.intAttr("prefix")) b.prefix(in.intValue());
    if (in.yesNo("localPtr")) b.localPtr(in.flag());
    if (in.child("tftp").attr("root")) b.tftpRoot(in.value());
    XmlIn dhcp = in.child("dhcp");
    if (dhcp.present()) b.dhcp(dhcp.read(DhcpServer.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetworkIp value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("family", value.family());
    out.attr("address", value.address());
    out.attr("netmask", value.netmask());
    out.attr("prefix", value.prefix());
    out.yesNo("localPtr", value.localPtr());
    out.part("tftp", "root", value.tftpRoot());
    out.write("dhcp", DhcpServer.XML, value.dhcp());
    out.end();
  }
}
