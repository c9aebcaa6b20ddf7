package io.kvmsdk.event;

import java.time.Instant;

/** Something that a hypervisor told without being asked. Immutable. */
public sealed interface Event permits DomainEvent, EventsLost, Resync, UnknownEvent {

  /** When it happened by the hypervisor's clock where it says so, else when it arrived. */
  Instant at();
}
