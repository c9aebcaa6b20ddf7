package io.kvmsdk.event;

import java.time.Instant;

/**
 * This listener was too slow, and events were thrown away at this place in the order.
 *
 * @param at when the first of them was thrown away
 * @param count how many, at least 1
 */
public record EventsLost(Instant at, long count) implements Event {}
