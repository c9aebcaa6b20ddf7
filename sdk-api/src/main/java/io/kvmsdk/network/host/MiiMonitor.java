package io.kvmsdk.network.host;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.immutables.value.Value;

/** How the links of a bond are watched by what the devices say. */
@Value.Immutable
@ValueStyle
public interface MiiMonitor extends WithMiiMonitor {

  /** How it is read and written. */
  XmlMapping<MiiMonitor> XML = new MiiMonitorXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How often, in milliseconds. */
  Duration frequency();

  /** How long a link has to be lost before it counts as down, in milliseconds. */
  Optional<Duration> downDelay();

  /** How long a link has to be there before it counts as up, in milliseconds. */
  Optional<Duration> upDelay();

  /** Who is asked. */
  Optional<CarrierSource> carrier();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMiiMonitor.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MiiMonitorXml extends XmlMapping<MiiMonitor> {

  MiiMonitorXml() {
    super("miimon");
  }

  @Override
  protected MiiMonitor read(XmlIn in) {
    MiiMonitor.Builder b = MiiMonitor.builder();
    if (!in.longAttr("freq")) throw in.missing("@freq");
    b.frequency(Duration.ofMillis(in.longValue()));
    if (in.longAttr("downdelay")) b.downDelay(Duration.ofMillis(in.longValue()));
    if (in.longAttr("updelay")) b.upDelay(Duration.ofMillis(in.longValue()));
    if (in.attr("carrier")) b.carrier(new CarrierSource(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MiiMonitor value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.durationAttr("freq", ChronoUnit.MILLIS, Optional.of(value.frequency()));
    out.durationAttr("downdelay", ChronoUnit.MILLIS, value.downDelay());
    out.durationAttr("updelay", ChronoUnit.MILLIS, value.upDelay());
    out.attr("carrier", value.carrier());
    out.end();
  }
}
