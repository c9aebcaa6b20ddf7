package io.kvmsdk.event;

import io.kvmsdk.call.DomainRef;

/** Something that happened to one domain. */
public sealed interface DomainEvent extends Event permits DomainLifecycleEvent, DomainRebootEvent {

  /** To which domain. */
  DomainRef domain();
}
