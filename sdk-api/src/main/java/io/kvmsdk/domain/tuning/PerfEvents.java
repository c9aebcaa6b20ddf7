package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * What the host's performance monitoring counts of a domain.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#performance-monitoring-events">libvirt:
 *     Performance monitoring events</a>
 */
@Value.Immutable
@ValueStyle
public interface PerfEvents extends WithPerfEvents {

  /** How it is read and written. */
  XmlMapping<PerfEvents> XML = new PerfEventsXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <perf>} says, keeping what has no name here. */
  static PerfEvents fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <perf>} says. */
  static PerfEvents fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <perf>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePerfEvents.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PerfEventsXml extends XmlMapping<PerfEvents> {

  PerfEventsXml() {
    super("perf");
  }

  @Override
  protected PerfEvents read(XmlIn in) {
    PerfEvents.Builder b = PerfEvents.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PerfEvents value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
