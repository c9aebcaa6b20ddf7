package io.kvmsdk.network.dns;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The server that looks up names for guests. Since libvirt 0.9.3.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#addressing">libvirt: Addressing</a>
 */
@Value.Immutable
@ValueStyle
public interface DnsServer extends WithDnsServer {

  /** How it is read and written. */
  XmlMapping<DnsServer> XML = new DnsServerXml();

  /** None at all. Since libvirt 2.2.0. */
  static DnsServer disabled() {
    return builder().enabled(false).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether there is one. Absent means yes. Since libvirt 2.2.0. */
  Optional<Boolean> enabled();

  /** Whether names without a dot are asked of the host's servers too. Since libvirt 1.1.2. */
  Optional<Boolean> forwardPlainNames();

  /** Other servers that are asked. Since libvirt 1.1.3. */
  List<DnsForwarder> forwarders();

  /** Texts by name. */
  List<DnsTextRecord> textRecords();

  /** Services. Since libvirt 0.9.9. */
  List<DnsServiceRecord> serviceRecords();

  /** Addresses and their names. */
  List<DnsHost> hosts();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDnsServer.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DnsServerXml extends XmlMapping<DnsServer> {

  DnsServerXml() {
    super("dns");
  }

  @Override
  protected DnsServer read(XmlIn in) {
    DnsServer.Builder b = DnsServer.builder();
    if (in.yesNo("enable")) b.enabled(in.flag());
    if (in.yesNo("forwardPlainNames")) b.forwardPlainNames(in.flag());
    for (XmlIn forwarder : in.children("forwarder"))
      b.addForwarder(forwarder.read(DnsForwarder.XML));
    for (XmlIn txt : in.children("txt")) b.addTextRecord(txt.read(DnsTextRecord.XML));
    for (XmlIn srv : in.children("srv")) b.addServiceRecord(srv.read(DnsServiceRecord.XML));
    for (XmlIn host : in.children("host")) b.addHost(host.read(DnsHost.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DnsServer value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("enable", value.enabled());
    out.yesNo("forwardPlainNames", value.forwardPlainNames());
    out.writeAll("forwarder", DnsForwarder.XML, value.forwarders());
    out.writeAll("txt", DnsTextRecord.XML, value.textRecords());
    out.writeAll("srv", DnsServiceRecord.XML, value.serviceRecords());
    out.writeAll("host", DnsHost.XML, value.hosts());
    out.end();
  }
}
