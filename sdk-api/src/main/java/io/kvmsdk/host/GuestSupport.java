package io.kvmsdk.host;

import java.util.List;
import java.util.Optional;

/**
 * One way of running guests on this host.
 *
 * @param arch the guest's architecture: {@code x86_64}, {@code aarch64}, ...
 * @param virtType what a definition's {@code type} says for it: {@code kvm}, {@code qemu}, {@code
 *     test}
 * @param emulator the emulator's path; empty where there is none
 * @param machines the machine types it knows, newest names and aliases alike, in its own order
 */
public record GuestSupport(
    String arch, String virtType, Optional<String> emulator, List<String> machines) {

  public GuestSupport {
    machines = List.copyOf(machines);
  }
}
