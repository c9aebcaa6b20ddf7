package io.kvmsdk.domain.numa;

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
 * How long access from a NUMA cell to the memory of another takes. Since libvirt 6.6.0.
 *
 * @see <a
 *     href="https://libvirt.org/formatdomain.html#acpi-heterogeneous-memory-attribute-table">libvirt:
 *     ACPI Heterogeneous Memory Attribute Table</a>
 */
@Value.Immutable
@ValueStyle
public interface NumaLatency extends WithNumaLatency {

  /** How it is read and written. */
  XmlMapping<NumaLatency> XML = new NumaLatencyXml();

  /** So long for each access, reading or writing. */
  static NumaLatency of(int initiator, int target, Duration value) {
    return builder()
        .initiator(initiator)
        .target(target)
        .type(NumaAccess.ACCESS)
        .value(value)
        .build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The cell that asks. */
  int initiator();

  /** The cell that has the memory. */
  int target();

  /** The level of the target's cache that is meant; absent means its memory. */
  Optional<Integer> cache();

  /** Reading, writing, or both. */
  NumaAccess type();

  /** How long it takes, in whole nanoseconds. */
  Duration value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNumaLatency.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NumaLatencyXml extends XmlMapping<NumaLatency> {

  NumaLatencyXml() {
    super("latency");
  }

  @Override
  protected NumaLatency read(XmlIn in) {
    NumaLatency.Builder b = NumaLatency.builder();
    if (!in.intAttr("initiator")) throw in.missing("@initiator");
    b.initiator(in.intValue());
    if (!in.intAttr("target")) throw in.missing("@target");
    b.target(in.intValue());
    if (in.intAttr("cache")) b.cache(in.intValue());
    b.type(new NumaAccess(in.required("type")));
    if (!in.longAttr("value")) throw in.missing("@value");
    b.value(Duration.ofNanos(in.longValue()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NumaLatency value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("initiator", value.initiator());
    out.attr("target", value.target());
    out.attr("cache", value.cache());
    out.attr("type", value.type().toString());
    out.durationAttr("value", ChronoUnit.NANOS, Optional.of(value.value()));
    out.end();
  }
}
