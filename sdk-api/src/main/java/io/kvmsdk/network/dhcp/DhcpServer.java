package io.kvmsdk.network.dhcp;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The server that gives guests their addresses; one for each version of IP in a network. Since
 * libvirt 0.3.0, and 1.0.1 for IPv6.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#addressing">libvirt: Addressing</a>
 */
@Value.Immutable
@ValueStyle
public interface DhcpServer extends WithDhcpServer {

  /** How it is read and written. */
  XmlMapping<DhcpServer> XML = new DhcpServerXml();

  /** One that gives the addresses from the first to the last. */
  static DhcpServer range(String start, String end) {
    return builder().addRange(DhcpRange.of(start, end)).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The addresses for guests that ask. None means that only the known ones get any. */
  List<DhcpRange> ranges();

  /** The guests that always get the same address. */
  List<DhcpHost> hosts();

  /** What guests boot over the network. */
  Optional<DhcpBoot> boot();

  /** The guest with this Ethernet address. */
  default Optional<DhcpHost> host(MacAddress mac) {
    return hosts().stream().filter(host -> host.mac().filter(mac::equals).isPresent()).findFirst();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDhcpServer.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DhcpServerXml extends XmlMapping<DhcpServer> {

  DhcpServerXml() {
    super("dhcp");
  }

  @Override
  protected DhcpServer read(XmlIn in) {
    DhcpServer.Builder b = DhcpServer.builder();
    for (XmlIn range : in.children("range")) b.addRange(range.read(DhcpRange.XML));
    for (XmlIn host : in.children("host")) b.addHost(host.read(DhcpHost.XML));
    XmlIn bootp = in.child("bootp");
    if (bootp.present()) b.boot(bootp.read(DhcpBoot.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DhcpServer value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.writeAll("range", DhcpRange.XML, value.ranges());
    out.writeAll("host", DhcpHost.XML, value.hosts());
    out.write("bootp", DhcpBoot.XML, value.boot());
    out.end();
  }
}
