package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An event that the host's performance monitoring can count of a domain.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#performance-monitoring-events">libvirt:
 *     Performance monitoring events</a>
 */
@Value.Immutable
@ValueStyle
public interface PerfEvent extends WithPerfEvent {

  /** How it is read and written. */
  XmlMapping<PerfEvent> XML = new PerfEventXml();

  /** One that is counted. */
  static PerfEvent on(PerfEventName name) {
    return builder().name(name).enabled(true).build();
  }

  /** One that is not counted. */
  static PerfEvent off(PerfEventName name) {
    return builder().name(name).enabled(false).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which one. */
  PerfEventName name();

  /** Whether it is counted; libvirt wants it said. */
  Optional<Boolean> enabled();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePerfEvent.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PerfEventXml extends XmlMapping<PerfEvent> {

  PerfEventXml() {
    super("event");
  }

  @Override
  protected PerfEvent read(XmlIn in) {
    PerfEvent.Builder b = PerfEvent.builder();
    b.name(new PerfEventName(in.required("name")));
    if (in.yesNo("enabled")) b.enabled(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PerfEvent value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name().toString());
    out.yesNo("enabled", value.enabled());
    out.end();
  }
}
