package io.kvmsdk.libvirt;

import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.DomainRebootEvent;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.LifecycleKind;
import io.kvmsdk.event.LifecycleReason;
import io.kvmsdk.event.UnknownEvent;
import io.kvmsdk.libvirt.DomainSignal.Lifecycle;
import java.util.List;
import java.util.Optional;

/**
 * libvirt's {@code virDomainEventType} and the details that each has of its own, as in {@code
 * libvirt-domain.h} of libvirt 11.3. A number that came later keeps its number.
 */
final class EventMapping {

  private static final List<String> KINDS =
      List.of(
          "defined",
          "undefined",
          "started",
          "suspended",
          "resumed",
          "stopped",
          "shutdown",
          "pmsuspended",
          "crashed");

  private static final List<List<String>> REASONS =
      List.of(
          List.of("added", "updated", "renamed", "from-snapshot"),
          List.of("removed", "renamed"),
          List.of("booted", "migrated", "restored", "from-snapshot", "wakeup"),
          List.of(
              "paused",
              "migrated",
              "io-error",
              "watchdog",
              "restored",
              "from-snapshot",
              "api-error",
              "postcopy",
              "postcopy-failed"),
          List.of("unpaused", "migrated", "from-snapshot", "postcopy", "postcopy-failed"),
          List.of(
              "shutdown", "destroyed", "crashed", "migrated", "saved", "failed", "from-snapshot"),
          List.of("finished", "guest", "host"),
          List.of("memory", "disk"),
          List.of("panicked", "crashloaded"));

  private EventMapping() {}

  /**
   * The API's event.
   *
   * @param detail more of the reason, for people
   */
  static Event event(DomainSignal signal, Optional<String> detail) {
    if (signal instanceof Lifecycle l) {
      return new DomainLifecycleEvent(l.at(), l.domain(), kind(l), reason(l), detail);
    }
    if (signal instanceof DomainSignal.Reboot r) {
      return new DomainRebootEvent(r.at(), r.domain());
    }
    if (signal instanceof DomainSignal.Balloon b) {
      return unknown(b, "BALLOON_CHANGE", b.kibibytes() + " KiB");
    }
    if (signal instanceof DomainSignal.DeviceRemoved d) {
      return unknown(d, "DEVICE_REMOVED", d.alias());
    }
    DomainSignal.DeviceRemovalFailed d = (DomainSignal.DeviceRemovalFailed) signal;
    return unknown(d, "DEVICE_REMOVAL_FAILED", d.alias());
  }

  private static Event unknown(DomainSignal signal, String name, String data) {
    return new UnknownEvent(
        signal.at(), Optional.of(signal.domain()), "VIR_DOMAIN_EVENT_ID_" + name, data);
  }

  static LifecycleKind kind(Lifecycle signal) {
    return new LifecycleKind(States.word(KINDS, signal.event()));
  }

  static LifecycleReason reason(Lifecycle signal) {
    List<String> reasons =
        signal.event() >= 0 && signal.event() < REASONS.size()
            ? REASONS.get(signal.event())
            : List.of();
    return new LifecycleReason(States.word(reasons, signal.detail()));
  }

  /** Whether a machine is gone that nobody had asked to go. */
  static boolean isDeath(DomainSignal signal) {
    return signal instanceof Lifecycle l
        && l.event() == Lifecycle.STOPPED
        && (l.detail() == Lifecycle.STOPPED_CRASHED || l.detail() == Lifecycle.STOPPED_FAILED);
  }
}
