package io.kvmsdk.network.dhcp;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What guests boot over the network (PXE); IPv4 only. Since libvirt 0.7.1.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#addressing">libvirt: Addressing</a>
 */
@Value.Immutable
@ValueStyle
public interface DhcpBoot extends WithDhcpBoot {

  /** How it is read and written. */
  XmlMapping<DhcpBoot> XML = new DhcpBootXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The file to boot, on the TFTP server. */
  String file();

  /** The address of the TFTP server. Absent means the host. Since libvirt 0.7.3. */
  Optional<String> server();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDhcpBoot.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DhcpBootXml extends XmlMapping<DhcpBoot> {

  DhcpBootXml() {
    super("bootp");
  }

  @Override
  protected DhcpBoot read(XmlIn in) {
    DhcpBoot.Builder b = DhcpBoot.builder();
    b.file(in.required("file"));
    if (in.attr("server")) b.server(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DhcpBoot value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("file", value.file());
    out.attr("server", value.server());
    out.end();
  }
}
