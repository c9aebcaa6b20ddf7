package io.kvmsdk.network.dns;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A text that guests can look up (TXT record). Since libvirt 0.9.3.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#addressing">libvirt: Addressing</a>
 */
@Value.Immutable
@ValueStyle
public interface DnsTextRecord extends WithDnsTextRecord {

  /** How it is read and written. */
  XmlMapping<DnsTextRecord> XML = new DnsTextRecordXml();

  /** This text by this name. */
  static DnsTextRecord of(String name, String value) {
    return builder().name(name).value(value).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The name, without spaces and commas. */
  String name();

  /** The text. */
  String value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDnsTextRecord.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DnsTextRecordXml extends XmlMapping<DnsTextRecord> {

  DnsTextRecordXml() {
    super("txt");
  }

  @Override
  protected DnsTextRecord read(XmlIn in) {
    DnsTextRecord.Builder b = DnsTextRecord.builder();
    b.name(in.required("name"));
    b.value(in.required("value"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DnsTextRecord value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("value", value.value());
    out.end();
  }
}
