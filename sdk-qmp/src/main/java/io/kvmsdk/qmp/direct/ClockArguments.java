package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.boot.Clock;
import io.kvmsdk.domain.boot.ClockOffset;
import io.kvmsdk.domain.boot.TickPolicy;
import io.kvmsdk.domain.boot.Timer;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import java.util.List;
import java.util.Optional;

/** The clock that a machine starts with, and its timers. */
final class ClockArguments {

  private ClockArguments() {}

  static Optional<Timer> timer(DomainDefinition live, String name) {
    List<Timer> timers = live.clock().map(Clock::timers).orElse(List.of());
    return timers.stream().filter(timer -> timer.name().equals(name)).findFirst();
  }

  /** Whether a definition says that the machine has a timer. */
  static Optional<Boolean> present(DomainDefinition live, String name) {
    return timer(live, name).flatMap(Timer::present);
  }

  static void addTo(CommandLine.Builder b, DomainDefinition live) {
    ClockOffset offset = live.clock().flatMap(Clock::offset).orElse(ClockOffset.UTC);
    OptionText rtc = OptionText.of("base", offset.value());
    List<Timer> timers = live.clock().map(Clock::timers).orElse(List.of());
    for (int i = 0; i < timers.size(); i++) {
      Timer timer = timers.get(i);
      String count = timers.size() > 1 ? "[" + (i + 1) + "]" : "";
      String path = "domain/clock/timer" + count;
      switch (timer.name()) {
        case "rtc" -> realTimeClock(rtc, path, timer);
        case "pit" -> intervalTimer(b, path, timer, live.type().equals(VirtType.KVM));
        case "tsc", "hpet", "kvmclock" -> refusePolicies(path, timer);
        default -> throw Refusal.unknown(path + "/@name", timer.name(), "rtc, pit or hpet");
      }
      if (!timer.name().equals("tsc") && timer.frequency().isPresent()) {
        throw Refusal.unsupported(
            path + "/@frequency", "only the timer tsc has it", "leave it out");
      }
    }
    b.option("-rtc", rtc);
  }

  private static void realTimeClock(OptionText rtc, String path, Timer timer) {
    if (timer.present().filter(present -> !present).isPresent()) {
      throw Refusal.unsupported(
          path + "/@present", "every machine has a real-time clock", "leave it out");
    }
    timer.track().ifPresent(track -> rtc.with("clock", track.equals("guest") ? "vm" : "host"));
    if (timer.tickPolicy().isPresent()) {
      rtc.with("driftfix", driftFix(path, timer.tickPolicy().get()));
    }
  }

  private static String driftFix(String path, TickPolicy policy) {
    if (policy.equals(TickPolicy.CATCHUP)) {
      return "slew";
    }
    if (policy.equals(TickPolicy.DELAY)) {
      return "none";
    }
    throw Refusal.unknown(path + "/@tickpolicy", policy, "catchup or delay for rtc");
  }

  private static void intervalTimer(CommandLine.Builder b, String path, Timer timer, boolean kvm) {
    Optional<TickPolicy> policy = timer.tickPolicy();
    refuseTrack(path, timer);
    if (policy.isEmpty()) {
      return;
    }
    boolean delay = policy.get().equals(TickPolicy.DELAY);
    if (!delay && !(kvm && policy.get().equals(TickPolicy.DISCARD))) {
      throw Refusal.unknown(
          path + "/@tickpolicy", policy.get(), kvm ? "delay or discard for pit" : "delay for pit");
    }
    if (kvm) {
      // An emulated one has no policy to choose: it delays.
      b.option("-global", "kvm-pit.lost_tick_policy=" + policy.get());
    }
  }

  private static void refusePolicies(String path, Timer timer) {
    refuseTrack(path, timer);
    if (timer.tickPolicy().isPresent()) {
      throw Refusal.unsupported(
          path + "/@tickpolicy", "QEMU has no choice of it for " + timer.name(), "leave it out");
    }
  }

  private static void refuseTrack(String path, Timer timer) {
    if (timer.track().isPresent()) {
      throw Refusal.unsupported(
          path + "/@track", "QEMU has no choice of it for " + timer.name(), "leave it out");
    }
  }
}
