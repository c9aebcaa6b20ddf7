package io.kvmsdk.domain.cpu;

/**
 * How a guest's CPU is chosen. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record CpuMode(String value) {

  /** A named model and features; the same on every host. */
  public static final CpuMode CUSTOM = new CpuMode("custom");

  /**
   * The model and features nearest to the host's, fixed when the domain starts; migrates to hosts
   * that have them.
   */
  public static final CpuMode HOST_MODEL = new CpuMode("host-model");

  /** The host's own CPU; the fastest, and migrates only between equal hosts. */
  public static final CpuMode HOST_PASSTHROUGH = new CpuMode("host-passthrough");

  /** All that the hypervisor can show. Since libvirt 7.1.0. */
  public static final CpuMode MAXIMUM = new CpuMode("maximum");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
