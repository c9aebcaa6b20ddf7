package io.kvmsdk.libvirt;

import io.kvmsdk.call.DomainRef;
import java.time.Instant;

/** What libvirt tells of a domain, with its own numbers. */
sealed interface DomainSignal {

  /** When it arrived: libvirt does not say when it happened. */
  Instant at();

  DomainRef domain();

  /** {@code VIR_DOMAIN_EVENT_ID_LIFECYCLE}. */
  record Lifecycle(Instant at, DomainRef domain, int event, int detail) implements DomainSignal {

    static final int DEFINED = 0;
    static final int UNDEFINED = 1;
    static final int STOPPED = 5;

    static final int STOPPED_CRASHED = 2;
    static final int STOPPED_FAILED = 5;
  }

  /** {@code VIR_DOMAIN_EVENT_ID_REBOOT}. */
  record Reboot(Instant at, DomainRef domain) implements DomainSignal {}

  /** {@code VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE}. */
  record Balloon(Instant at, DomainRef domain, long kibibytes) implements DomainSignal {}

  /** {@code VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED}. */
  record DeviceRemoved(Instant at, DomainRef domain, String alias) implements DomainSignal {}

  /** {@code VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED}. */
  record DeviceRemovalFailed(Instant at, DomainRef domain, String alias) implements DomainSignal {}
}
