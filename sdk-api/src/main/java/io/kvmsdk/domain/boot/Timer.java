package io.kvmsdk.domain.boot;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A timer of the guest's machine.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#time-keeping">libvirt: Time keeping</a>
 */
@Value.Immutable
@ValueStyle
public interface Timer extends WithTimer {

  /** How it is read and written. */
  XmlMapping<Timer> XML = new TimerXml();

  /** A timer that the guest has or has not. */
  static Timer of(String name, boolean present) {
    return builder().name(name).present(present).build();
  }

  /** A timer with what happens when its tick is late. */
  static Timer of(String name, TickPolicy policy) {
    return builder().name(name).tickPolicy(policy).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * {@code rtc}, {@code pit}, {@code hpet}, {@code tsc}, {@code kvmclock}, {@code hypervclock}
   * (since 1.2.2), {@code armvtimer} (since 6.1.0) or {@code platform}.
   */
  String name();

  /** Whether the guest has it. Absent means the hypervisor's default. */
  Optional<Boolean> present();

  /** What happens when a tick is late. */
  Optional<TickPolicy> tickPolicy();

  /**
   * What the timer follows: {@code guest}, {@code wall}, {@code boot} or {@code realtime}; of
   * {@code rtc} and {@code platform}.
   */
  Optional<String> track();

  /** The frequency that the guest sees of {@code tsc}, in Hz. Absent means the host's. */
  Optional<Long> frequency();

  /** How the guest reads {@code tsc}. */
  Optional<TscMode> mode();

  /**
   * How far behind a timer has to be before it catches up, for {@link TickPolicy#CATCHUP}. Absent
   * means the hypervisor's default.
   */
  Optional<Long> catchupThreshold();

  /** How fast it catches up. */
  Optional<Long> catchupSlew();

  /** How far behind it may be to catch up at all. */
  Optional<Long> catchupLimit();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableTimer.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /** The timer; it catches up if it is said how, unless it is said to do something else. */
    @Override
    public Timer build() {
      Timer made = super.build();
      boolean how =
          made.catchupThreshold().isPresent()
              || made.catchupSlew().isPresent()
              || made.catchupLimit().isPresent();
      return how && made.tickPolicy().isEmpty() ? made.withTickPolicy(TickPolicy.CATCHUP) : made;
    }

    Timer buildAsRead() {
      return super.build();
    }
  }
}

final class TimerXml extends XmlMapping<Timer> {

  TimerXml() {
    super("timer");
  }

  @Override
  protected Timer read(XmlIn in) {
    Timer.Builder b = Timer.builder();
    b.name(in.required("name"));
    if (in.yesNo("present")) b.present(in.flag());
    if (in.attr("tickpolicy")) b.tickPolicy(new TickPolicy(in.value()));
    if (in.attr("track")) b.track(in.value());
    if (in.longAttr("frequency")) b.frequency(in.longValue());
    if (in.attr("mode")) b.mode(new TscMode(in.value()));
    XmlIn catchup = in.child("catchup");
    if (catchup.longAttr("threshold")) b.catchupThreshold(in.longValue());
    if (catchup.longAttr("slew")) b.catchupSlew(in.longValue());
    if (catchup.longAttr("limit")) b.catchupLimit(in.longValue());
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(Timer value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.yesNo("present", value.present());
    out.attr("tickpolicy", value.tickPolicy());
    out.attr("track", value.track());
    out.attr("frequency", value.frequency());
    out.attr("mode", value.mode());
    out.beginPart("catchup");
    out.attr("threshold", value.catchupThreshold());
    out.attr("slew", value.catchupSlew());
    out.attr("limit", value.catchupLimit());
    out.end();
    out.end();
  }
}
