package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * What the host's performance monitoring counts of a domain. Since libvirt 2.0.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#performance-monitoring-events">libvirt:
 *     Performance monitoring events</a>
 */
@Value.Immutable
@ValueStyle
public interface PerfEvents extends WithPerfEvents {

  /** How it is read and written. */
  XmlMapping<PerfEvents> XML = new PerfEventsXml();

  /** These events are counted. */
  static PerfEvents of(PerfEventName... names) {
    Builder b = builder();
    for (PerfEventName name : names) {
      b.addEvent(PerfEvent.on(name));
    }
    return b.build();
  }

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

  /** Which events are counted and which are not; those that are absent are not. */
  List<PerfEvent> events();

  /** Whether that event is counted. */
  default boolean counts(PerfEventName name) {
    return events().stream().anyMatch(it -> it.name().equals(name) && it.enabled().orElse(false));
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
    for (XmlIn event : in.children("event")) b.addEvent(event.read(PerfEvent.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PerfEvents value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.writeAll("event", PerfEvent.XML, value.events());
    out.end();
  }
}
