package io.kvmsdk.domain;

import io.kvmsdk.call.DomainRef;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.Optional;

/**
 * What a hypervisor said of a domain at one moment.
 *
 * @param domain which domain
 * @param state what it is doing
 * @param reason why it is in that state
 * @param detail more of the reason where there is more, such as the end of the log of a QEMU that
 *     died; for people
 * @param maxMemory the memory it was started with, or will be
 * @param memory what the balloon leaves to the guest now, or will at the next start
 * @param vcpus how many vCPUs are online, or will be at the next start
 * @param cpuTime the processor time that the running machine has used; zero when it is off
 * @param persistent whether it has a definition that outlives its machine
 */
public record DomainInfo(
    DomainRef domain,
    DomainState state,
    StateReason reason,
    Optional<String> detail,
    ByteSize maxMemory,
    ByteSize memory,
    int vcpus,
    Duration cpuTime,
    boolean persistent) {}
