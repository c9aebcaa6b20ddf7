package io.kvmsdk.network.dhcp;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How long a guest may keep an address before it has to ask again. Since libvirt 6.3.0.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#addressing">libvirt: Addressing</a>
 */
@Value.Immutable
@ValueStyle
public interface DhcpLease extends WithDhcpLease {

  /** How it is read and written. */
  XmlMapping<DhcpLease> XML = new DhcpLeaseXml();

  /** For ever. */
  static DhcpLease infinite() {
    return builder().expiry(0).build();
  }

  /** So long, 2 minutes or more, to the second. */
  static DhcpLease of(Duration length) {
    return builder().expiry(length.toSeconds()).unit(LeaseUnit.SECONDS).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How many of the unit, 2 minutes or more; 0 is for ever. */
  long expiry();

  /** In what it is counted. Absent means minutes. */
  Optional<LeaseUnit> unit();

  /** How long it is; empty if it is for ever, or in a unit that has no name here. */
  default Optional<Duration> length() {
    String counted = unit().orElse(LeaseUnit.MINUTES).value();
    if (expiry() == 0) {
      return Optional.empty();
    }
    return switch (counted) {
      case "seconds" -> Optional.of(Duration.ofSeconds(expiry()));
      case "minutes" -> Optional.of(Duration.ofMinutes(expiry()));
      case "hours" -> Optional.of(Duration.ofHours(expiry()));
      default -> Optional.empty();
    };
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDhcpLease.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DhcpLeaseXml extends XmlMapping<DhcpLease> {

  DhcpLeaseXml() {
    super("lease");
  }

  @Override
  protected DhcpLease read(XmlIn in) {
    DhcpLease.Builder b = DhcpLease.builder();
    if (!in.longAttr("expiry")) throw in.missing("@expiry");
    b.expiry(in.longValue());
    if (in.attr("unit")) b.unit(new LeaseUnit(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DhcpLease value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("expiry", value.expiry());
    out.attr("unit", value.unit());
    out.end();
  }
}
