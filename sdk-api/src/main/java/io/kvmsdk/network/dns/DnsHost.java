package io.kvmsdk.network.dns;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * An address and its names. Since libvirt 0.9.3.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#addressing">libvirt: Addressing</a>
 */
@Value.Immutable
@ValueStyle
public interface DnsHost extends WithDnsHost {

  /** How it is read and written. */
  XmlMapping<DnsHost> XML = new DnsHostXml();

  /** This address with these names, one or more. */
  static DnsHost of(String ip, String... hostnames) {
    return builder().ip(ip).addHostnames(hostnames).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The address. */
  String ip();

  /** Its names, one or more. */
  List<String> hostnames();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDnsHost.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DnsHostXml extends XmlMapping<DnsHost> {

  DnsHostXml() {
    super("host");
  }

  @Override
  protected DnsHost read(XmlIn in) {
    DnsHost.Builder b = DnsHost.builder();
    b.ip(in.required("ip"));
    for (String text : in.textsOf("hostname")) b.addHostname(text);
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DnsHost value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("ip", value.ip());
    out.partTexts("hostname", value.hostnames());
    out.end();
  }
}
