package io.kvmsdk.domain.platform;

/**
 * Where the host takes randomness from. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record RngBackendModel(String value) {

  /** A device, the hypervisor's choice where none is named. */
  public static final RngBackendModel RANDOM = new RngBackendModel("random");

  /** The hypervisor itself. Since libvirt 6.1.0 and QEMU 4.2. */
  public static final RngBackendModel BUILTIN = new RngBackendModel("builtin");

  /** An entropy gathering daemon. */
  public static final RngBackendModel EGD = new RngBackendModel("egd");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
