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

/** How the links of a bond are watched by asking a neighbour. */
@Value.Immutable
@ValueStyle
public interface ArpMonitor extends WithArpMonitor {

  /** How it is read and written. */
  XmlMapping<ArpMonitor> XML = new ArpMonitorXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How often, in milliseconds. */
  Duration interval();

  /** The neighbour's IPv4 address. */
  String target();

  /** Of which devices the answers are checked. */
  Optional<ArpValidation> validate();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableArpMonitor.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ArpMonitorXml extends XmlMapping<ArpMonitor> {

  ArpMonitorXml() {
    super("arpmon");
  }

  @Override
  protected ArpMonitor read(XmlIn in) {
    ArpMonitor.Builder b = ArpMonitor.builder();
    if (!in.longAttr("interval")) throw in.missing("@interval");
    b.interval(Duration.ofMillis(in.longValue()));
    b.target(in.required("target"));
    if (in.attr("validate")) b.validate(new ArpValidation(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ArpMonitor value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.durationAttr("interval", ChronoUnit.MILLIS, Optional.of(value.interval()));
    out.attr("target", value.target());
    out.attr("validate", value.validate());
    out.end();
  }
}
