package io.kvmsdk.host;

import io.kvmsdk.units.ByteSize;
import java.util.List;

/**
 * What a host is and what guests it can run, asked at the moment of the call.
 *
 * @param arch the host's architecture: {@code x86_64}, {@code aarch64}, ...
 * @param cpus how many CPUs are online, at least 1
 * @param memory the memory of the host
 * @param guests the kinds of guest it can run; {@code kvm} is listed where the kernel offers it,
 *     which does not prove that a guest boots with it
 */
public record HostCapabilities(String arch, int cpus, ByteSize memory, List<GuestSupport> guests) {

  public HostCapabilities {
    guests = List.copyOf(guests);
  }

  /** Whether some guest can be run with {@code virtType}, such as {@code kvm}. */
  public boolean offers(String virtType) {
    return guests.stream().anyMatch(g -> g.virtType().equals(virtType));
  }
}
