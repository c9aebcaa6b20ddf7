package io.kvmsdk.domain.boot;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a guest's clock starts and runs.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#time-keeping">libvirt: Time keeping</a>
 */
@Value.Immutable
@ValueStyle
public interface Clock extends WithClock {

  /** How it is read and written. */
  XmlMapping<Clock> XML = new ClockXml();

  /** The host's clock, in UTC. */
  static Clock utc() {
    return builder().offset(ClockOffset.UTC).build();
  }

  /** The host's clock, in the host's time zone. */
  static Clock localtime() {
    return builder().offset(ClockOffset.LOCALTIME).build();
  }

  /** The host's clock, in that time zone, such as {@code Europe/Berlin}. */
  static Clock timezone(String zone) {
    return builder().offset(ClockOffset.TIMEZONE).timezone(zone).build();
  }

  /**
   * The host's clock in UTC, so much ahead or behind, which the guest may change.
   *
   * @param ahead in whole seconds; negative for behind
   */
  static Clock variable(Duration ahead) {
    return builder()
        .offset(ClockOffset.VARIABLE)
        .adjustment(Long.toString(ahead.toSeconds()))
        .basis("utc")
        .build();
  }

  /** The same time at every start, in whole seconds. Since libvirt 8.4.0. */
  static Clock absolute(Instant start) {
    return builder().offset(ClockOffset.ABSOLUTE).start(start.getEpochSecond()).build();
  }

  /**
   * What Windows wants: the time of the host's zone, timers that catch up, no HPET, and the clock
   * of Hyper-V, which {@code HyperV.recommended()} needs.
   */
  static Clock windows() {
    return builder()
        .offset(ClockOffset.LOCALTIME)
        .addTimers(
            Timer.of("rtc", TickPolicy.CATCHUP),
            Timer.of("pit", TickPolicy.DELAY),
            Timer.of("hpet", false),
            Timer.of("hypervclock", true))
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

  /** What {@code <clock>} says, keeping what has no name here. */
  static Clock fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <clock>} says. */
  static Clock fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <clock>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What it starts from; absent means UTC. */
  Optional<ClockOffset> offset();

  /** The time zone for {@link ClockOffset#TIMEZONE}. Since libvirt 0.7.7. */
  Optional<String> timezone();

  /**
   * Seconds away from the host's clock for {@link ClockOffset#VARIABLE}, with a sign if they are
   * behind. For UTC and local time a number makes the clock a variable one, and {@code reset} makes
   * it start anew each time. Absent means 0, or what the hypervisor does. Since libvirt 0.9.11.
   */
  Optional<String> adjustment();

  /**
   * What a variable offset is counted from: {@code utc} or {@code localtime}. Absent means UTC.
   * Since libvirt 0.9.11.
   */
  Optional<String> basis();

  /** When an absolute clock starts, in seconds since 1970 in UTC. Since libvirt 8.4.0. */
  Optional<Long> start();

  /** The timers, where they are not as the hypervisor has them. Since libvirt 0.8.0. */
  List<Timer> timers();

  /** The timer of that name. */
  default Optional<Timer> timer(String name) {
    return timers().stream().filter(timer -> timer.name().equals(name)).findFirst();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableClock.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /**
     * The clock.
     *
     * @throws InvalidDefinitionException if it is absolute and does not say when it starts
     */
    @Override
    public Clock build() {
      Clock made = super.build();
      if (made.offset().filter(ClockOffset.ABSOLUTE::equals).isPresent()
          && made.start().isEmpty()) {
        throw new InvalidDefinitionException("clock/@start", "absent", "a time to start from");
      }
      return made;
    }

    Clock buildAsRead() {
      return super.build();
    }
  }
}

final class ClockXml extends XmlMapping<Clock> {

  ClockXml() {
    super("clock");
  }

  @Override
  protected Clock read(XmlIn in) {
    Clock.Builder b = Clock.builder();
    if (in.attr("offset")) b.offset(new ClockOffset(in.value()));
    if (in.attr("timezone")) b.timezone(in.value());
    if (in.attr("adjustment")) b.adjustment(in.value());
    if (in.attr("basis")) b.basis(in.value());
    if (in.longAttr("start")) b.start(in.longValue());
    for (XmlIn timer : in.children("timer")) b.addTimer(timer.read(Timer.XML));
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(Clock value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("offset", value.offset());
    out.attr("timezone", value.timezone());
    out.attr("adjustment", value.adjustment());
    out.attr("basis", value.basis());
    out.attr("start", value.start());
    out.writeAll("timer", Timer.XML, value.timers());
    out.end();
  }
}
