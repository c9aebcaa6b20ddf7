package io.kvmsdk.network.dns;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Another DNS server that is asked, for all names or those of a domain. Without an address the
 * names of the domain are looked up as if there were no forwarders. Since libvirt 1.1.3.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#addressing">libvirt: Addressing</a>
 */
@Value.Immutable
@ValueStyle
public interface DnsForwarder extends WithDnsForwarder {

  /** How it is read and written. */
  XmlMapping<DnsForwarder> XML = new DnsForwarderXml();

  /** The server that is asked for all names, such as {@code 9.9.9.9}. */
  static DnsForwarder of(String address) {
    return builder().address(address).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The domain whose names it is asked for. Absent means all. Since libvirt 2.2.0. */
  Optional<String> domain();

  /** The address of the server. One of domain and address is needed. */
  Optional<String> address();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDnsForwarder.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DnsForwarderXml extends XmlMapping<DnsForwarder> {

  DnsForwarderXml() {
    super("forwarder");
  }

  @Override
  protected DnsForwarder read(XmlIn in) {
    DnsForwarder.Builder b = DnsForwarder.builder();
    if (in.attr("domain")) b.domain(in.value());
    if (in.attr("addr")) b.address(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DnsForwarder value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("domain", value.domain());
    out.attr("addr", value.address());
    out.end();
  }
}
