package io.kvmsdk.domain.cpu;

/**
 * How the host's CPUs are chosen on which vCPUs run. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record VcpuPlacement(String value) {

  /** Those of the CPU set, or all. */
  public static final VcpuPlacement STATIC = new VcpuPlacement("static");

  /** Those that numad advises. Since libvirt 0.9.11. */
  public static final VcpuPlacement AUTO = new VcpuPlacement("auto");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
