package io.kvmsdk.domain.boot;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A timer of the guest's machine. */
@Value.Immutable
@ValueStyle
public interface Timer extends WithTimer {

  /** How it is read and written. */
  XmlMapping<Timer> XML = new TimerXml();

  /** A timer that the guest has or has not. */
  static Timer of(String name, boolean present) {
    return builder().name(name).present(present).build();
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
   * {@code rtc}, {@code pit}, {@code hpet}, {@code tsc}, {@code kvmclock}, {@code hypervclock},
   * {@code armvtimer} or {@code platform}.
   */
  String name();

  /** Whether the guest has it. */
  Optional<Boolean> present();

  /** What happens when a tick is late. */
  Optional<TickPolicy> tickPolicy();

  /** What the timer follows: {@code guest}, {@code wall}, {@code boot} or {@code realtime}. */
  Optional<String> track();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableTimer.Builder {
    Builder() {
      extras(Extras.NONE);
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
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Timer value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.yesNo("present", value.present());
    out.attr("tickpolicy", value.tickPolicy());
    out.attr("track", value.track());
    out.end();
  }
}
