package io.kvmsdk.domain.memory;

import io.kvmsdk.units.ByteSize;

/**
 * How much memory a domain has.
 *
 * @param maximum what it was started with, or will be
 * @param current what the balloon leaves to the guest now, or will at the next start
 */
public record MemoryInfo(ByteSize maximum, ByteSize current) {}
