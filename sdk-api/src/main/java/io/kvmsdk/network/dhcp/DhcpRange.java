package io.kvmsdk.network.dhcp;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Addresses that are given to guests that ask.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#addressing">libvirt: Addressing</a>
 */
@Value.Immutable
@ValueStyle
public interface DhcpRange extends WithDhcpRange {

  /** How it is read and written. */
  XmlMapping<DhcpRange> XML = new DhcpRangeXml();

  /** From the first to the last, such as {@code 192.168.122.100} to {@code 192.168.122.199}. */
  static DhcpRange of(String start, String end) {
    return builder().start(start).end(end).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The first address. */
  String start();

  /** The last address. */
  String end();

  /**
   * How long a guest may keep its address. Absent means what dnsmasq's default is. Since libvirt
   * 6.3.0.
   */
  Optional<DhcpLease> lease();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDhcpRange.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DhcpRangeXml extends XmlMapping<DhcpRange> {

  DhcpRangeXml() {
    super("range");
  }

  @Override
  protected DhcpRange read(XmlIn in) {
    DhcpRange.Builder b = DhcpRange.builder();
    b.start(in.required("start"));
    b.end(in.required("end"));
    XmlIn lease = in.child("lease");
    if (lease.present()) b.lease(lease.read(DhcpLease.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DhcpRange value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("start", value.start());
    out.attr("end", value.end());
    out.write("lease", DhcpLease.XML, value.lease());
    out.end();
  }
}
