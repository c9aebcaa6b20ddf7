package io.kvmsdk.domain.platform;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How much randomness a guest may take. Since libvirt 1.0.4.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#random-number-generator-device">libvirt:
 *     Random number generator device</a>
 */
@Value.Immutable
@ValueStyle
public interface RngRate extends WithRngRate {

  /** How it is read and written. */
  XmlMapping<RngRate> XML = new RngRateXml();

  /** So many bytes in each second. */
  static RngRate perSecond(int bytes) {
    return builder().bytes(bytes).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** So many bytes in each period, at least one. */
  int bytes();

  /** The period, in whole milliseconds. Absent means a second. */
  Optional<Duration> period();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableRngRate.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RngRateXml extends XmlMapping<RngRate> {

  RngRateXml() {
    super("rate");
  }

  @Override
  protected RngRate read(XmlIn in) {
    RngRate.Builder b = RngRate.builder();
    if (!in.intAttr("bytes")) throw in.missing("@bytes");
    b.bytes(in.intValue());
    if (in.longAttr("period")) b.period(Duration.ofMillis(in.longValue()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(RngRate value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("bytes", value.bytes());
    out.durationAttr("period", ChronoUnit.MILLIS, value.period());
    out.end();
  }
}
