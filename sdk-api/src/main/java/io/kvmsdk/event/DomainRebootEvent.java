package io.kvmsdk.event;

import io.kvmsdk.call.DomainRef;
import java.time.Instant;

/**
 * A machine began anew without stopping: its guest rebooted, or it was reset (libvirt's {@code
 * VIR_DOMAIN_EVENT_ID_REBOOT}, QMP's {@code RESET}).
 *
 * @param at when it happened
 * @param domain to which domain
 */
public record DomainRebootEvent(Instant at, DomainRef domain) implements DomainEvent {}
