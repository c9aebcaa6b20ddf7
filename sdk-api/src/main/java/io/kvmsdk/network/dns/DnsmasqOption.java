package io.kvmsdk.network.dns;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/** A line that is put into the configuration of dnsmasq as it stands. Since libvirt 5.6.0. */
@Value.Immutable
@ValueStyle
public interface DnsmasqOption extends WithDnsmasqOption {

  /** How it is read and written. */
  XmlMapping<DnsmasqOption> XML = new DnsmasqOptionXml();

  /** This line, such as {@code cname=web,server}. */
  static DnsmasqOption of(String line) {
    return builder().value(line).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The line; never printed, as nobody knows what is in it. */
  @Value.Redacted
  String value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDnsmasqOption.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DnsmasqOptionXml extends XmlMapping<DnsmasqOption> {

  DnsmasqOptionXml() {
    super("option");
  }

  @Override
  protected DnsmasqOption read(XmlIn in) {
    DnsmasqOption.Builder b = DnsmasqOption.builder();
    b.value(in.required("value"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DnsmasqOption value, String name, XmlOut out) {
    out.begin("dnsmasq", DnsmasqOptions.NAMESPACE, name, value.extras());
    out.attr("value", value.value());
    out.end();
  }
}
