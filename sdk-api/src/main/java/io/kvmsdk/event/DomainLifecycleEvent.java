package io.kvmsdk.event;

import io.kvmsdk.call.DomainRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A domain was defined, started, suspended, stopped, ... (libvirt's {@code
 * VIR_DOMAIN_EVENT_ID_LIFECYCLE}).
 *
 * @param at when it happened
 * @param domain to which domain
 * @param kind what happened
 * @param reason why
 * @param detail more of the reason where there is more, such as the end of the log of a QEMU that
 *     died; for people
 */
public record DomainLifecycleEvent(
    Instant at,
    DomainRef domain,
    LifecycleKind kind,
    LifecycleReason reason,
    Optional<String> detail)
    implements DomainEvent {

  /** One without more of the reason. */
  public DomainLifecycleEvent(
      Instant at, DomainRef domain, LifecycleKind kind, LifecycleReason reason) {
    this(at, domain, kind, reason, Optional.empty());
  }
}
