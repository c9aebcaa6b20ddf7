package io.kvmsdk.domain.cpu;

/**
 * How many vCPUs a domain has.
 *
 * @param online how many are plugged now, or will be at the next start of a machine that is off; at
 *     least 1
 * @param maximum how many can be; not below {@code online}
 */
public record CpuInfo(int online, int maximum) {}
