package io.kvmsdk.event;

import io.kvmsdk.call.DomainRef;
import java.time.Instant;
import java.util.Optional;

/**
 * An event that this version of the SDK has no type for.
 *
 * @param at when it happened
 * @param domain to which domain, if to one
 * @param name the other side's name for it, such as QMP's {@code RTC_CHANGE}
 * @param data what came with it, as the other side wrote it
 */
public record UnknownEvent(Instant at, Optional<DomainRef> domain, String name, String data)
    implements Event {}
