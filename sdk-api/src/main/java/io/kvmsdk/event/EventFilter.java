package io.kvmsdk.event;

import java.util.Set;
import java.util.UUID;

/**
 * Which events a subscription is about. Whatever it says, {@link EventsLost} and {@link Resync} are
 * always delivered: who misses them cannot know what else was missed. A value, not code: nothing of
 * a subscriber's runs on the thread that reads events.
 *
 * @param domains the domains; empty for all, and for events that are about none
 * @param kinds the types of event, supertypes included; empty for all
 */
public record EventFilter(Set<UUID> domains, Set<Class<? extends Event>> kinds) {

  private static final EventFilter ALL = new EventFilter(Set.of(), Set.of());

  public EventFilter {
    domains = Set.copyOf(domains);
    kinds = Set.copyOf(kinds);
  }

  /** Everything. */
  public static EventFilter all() {
    return ALL;
  }

  /** What is about one domain. */
  public static EventFilter domain(UUID uuid) {
    return new EventFilter(Set.of(uuid), Set.of());
  }

  /** The same, of one type and its subtypes only. */
  public EventFilter only(Class<? extends Event> kind) {
    return new EventFilter(domains, Set.of(kind));
  }

  /** Whether {@code event} is wanted. */
  public boolean wants(Event event) {
    return event instanceof EventsLost
        || event instanceof Resync
        || (wantsDomain(event) && wantsKind(event));
  }

  private boolean wantsDomain(Event event) {
    if (domains.isEmpty()) {
      return true;
    }
    if (event instanceof DomainEvent e) {
      return domains.contains(e.domain().uuid());
    }
    return event instanceof UnknownEvent u
        && u.domain().filter(d -> domains.contains(d.uuid())).isPresent();
  }

  private boolean wantsKind(Event event) {
    return kinds.isEmpty() || kinds.stream().anyMatch(k -> k.isInstance(event));
  }
}
