package io.kvmsdk.libvirt;

import io.kvmsdk.host.HostCapabilities;
import io.kvmsdk.host.Version;

/**
 * Who is on the other side, as it said when the connection was made.
 *
 * @param name the driver's name: {@code QEMU}, {@code TEST}, ...
 * @param libvirt the version of the other side's libvirt
 * @param kvm whether it offers KVM
 */
record Driver(String name, Version libvirt, boolean kvm) {

  /** Asks. */
  static Driver of(NativeConnection connection) throws NativeFailure {
    HostCapabilities host = HostFacts.read(connection);
    return new Driver(
        connection.type(), Version.ofLibvirt(connection.libraryVersion()), host.offers("kvm"));
  }

  boolean isQemu() {
    return name.equalsIgnoreCase("QEMU");
  }

  boolean isTest() {
    return name.equalsIgnoreCase("TEST");
  }
}
