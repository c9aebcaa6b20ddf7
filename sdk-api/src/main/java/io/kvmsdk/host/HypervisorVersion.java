package io.kvmsdk.host;

import java.util.Optional;

/**
 * Who answers.
 *
 * @param backend the backend's name: {@code libvirt}, {@code qmp} or {@code fake}
 * @param hypervisor the hypervisor's name as it says it: {@code QEMU}, {@code TEST}, ...
 * @param version the hypervisor's version; empty where several QEMU binaries serve one connection,
 *     or none was found
 * @param libvirt the version of libvirt on the other side; empty without libvirt
 */
public record HypervisorVersion(
    String backend, String hypervisor, Optional<Version> version, Optional<Version> libvirt) {

  /** Such as {@code QEMU 7.2.22 through libvirt 9.0.0}. */
  @Override
  public String toString() {
    return hypervisor
        + version.map(v -> " " + v).orElse("")
        + libvirt.map(v -> " through libvirt " + v).orElse(" through " + backend);
  }
}
