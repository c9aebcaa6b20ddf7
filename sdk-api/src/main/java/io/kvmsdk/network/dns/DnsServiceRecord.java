package io.kvmsdk.network.dns;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A service that guests can look up (SRV record, RFC 2782). Since libvirt 0.9.9.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#addressing">libvirt: Addressing</a>
 */
@Value.Immutable
@ValueStyle
public interface DnsServiceRecord extends WithDnsServiceRecord {

  /** How it is read and written. */
  XmlMapping<DnsServiceRecord> XML = new DnsServiceRecordXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The name of the service, such as {@code ldap}. */
  String service();

  /** Over what it is reached. */
  DnsProtocol protocol();

  /** The domain that has the service. Absent means the network's. */
  Optional<String> domain();

  /** The host that has it; a dot means that there is none. */
  Optional<String> target();

  /** The port, 0 to 65535. */
  Optional<Integer> port();

  /** Which target is tried first, that with the lowest; 0 to 65535. */
  Optional<Integer> priority();

  /** How often a target is taken among those of one priority; 0 to 65535. */
  Optional<Integer> weight();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDnsServiceRecord.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DnsServiceRecordXml extends XmlMapping<DnsServiceRecord> {

  DnsServiceRecordXml() {
    super("srv");
  }

  @Override
  protected DnsServiceRecord read(XmlIn in) {
    DnsServiceRecord.Builder b = DnsServiceRecord.builder();
    b.service(in.required("service"));
    b.protocol(new DnsProtocol(in.required("protocol")));
    if (in.attr("domain")) b.domain(in.value());
    if (in.attr("target")) b.target(in.value());
    if (in.intAttr("port")) b.port(in.intValue());
    if (in.intAttr("priority")) b.priority(in.intValue());
    if (in.intAttr("weight")) b.weight(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DnsServiceRecord value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("service", value.service());
    out.attr("protocol", value.protocol().toString());
    out.attr("domain", value.domain());
    out.attr("target", value.target());
    out.attr("port", value.port());
    out.attr("priority", value.priority());
    out.attr("weight", value.weight());
    out.end();
  }
}
