package io.kvmsdk.event;

import java.time.Instant;

/**
 * The connection was lost and is there again. Subscriptions live on, but what happened meanwhile
 * was not told: read again what you keep of states.
 *
 * @param at when the connection was there again
 * @param cause what had broken it, for people
 */
public record Resync(Instant at, String cause) implements Event {}
