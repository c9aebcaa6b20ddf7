package io.kvmsdk.network.dns;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Lines that are put into the configuration of dnsmasq, which serves a network's DNS and DHCP, as
 * they stand: libvirt does not look at them, and promises nothing. Since libvirt 5.6.0.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#network-namespaces">libvirt: Network
 *     namespaces</a>
 */
@Value.Immutable
@ValueStyle
public interface DnsmasqOptions extends WithDnsmasqOptions {

  /** The namespace of the elements. */
  String NAMESPACE = "http://libvirt.org/schemas/network/dnsmasq/1.0";

  /** How it is read and written. */
  XmlMapping<DnsmasqOptions> XML = new DnsmasqOptionsXml();

  /** These lines, such as {@code cname=web,server}. */
  static DnsmasqOptions of(String... lines) {
    return builder().options(Stream.of(lines).map(DnsmasqOption::of).toList()).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The lines, in order. */
  List<DnsmasqOption> options();

  /** What the document says beyond this. */
  Extras extras();

  /** The lines as dnsmasq gets them. */
  default List<String> lines() {
    return options().stream().map(DnsmasqOption::value).toList();
  }

  /** Makes values. */
  final class Builder extends ImmutableDnsmasqOptions.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DnsmasqOptionsXml extends XmlMapping<DnsmasqOptions> {

  DnsmasqOptionsXml() {
    super("options");
  }

  @Override
  protected DnsmasqOptions read(XmlIn in) {
    DnsmasqOptions.Builder b = DnsmasqOptions.builder();
    for (XmlIn option : in.children(DnsmasqOptions.NAMESPACE, "option")) {
      b.addOption(option.read(DnsmasqOption.XML));
    }
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DnsmasqOptions value, String name, XmlOut out) {
    out.begin("dnsmasq", DnsmasqOptions.NAMESPACE, name, value.extras());
    out.writeAll(DnsmasqOption.XML, value.options());
    out.end();
  }
}
