package io.kvmsdk.network.host;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** That an interface of the host asks for addresses by DHCP. */
@Value.Immutable
@ValueStyle
public interface HostDhcp extends WithHostDhcp {

  /** How it is read and written. */
  XmlMapping<HostDhcp> XML = new HostDhcpXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether the host takes the name servers that it is told. */
  Optional<Boolean> peerDns();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostDhcp.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostDhcpXml extends XmlMapping<HostDhcp> {

  HostDhcpXml() {
    super("dhcp");
  }

  @Override
  protected HostDhcp read(XmlIn in) {
    HostDhcp.Builder b = HostDhcp.builder();
    if (in.yesNo("peerdns")) b.peerDns(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostDhcp value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("peerdns", value.peerDns());
    out.end();
  }
}
