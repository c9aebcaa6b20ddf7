package io.kvmsdk.domain.cpu;

/**
 * How exactly a custom CPU is to be met. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record CpuMatch(String value) {

  /** Just that CPU; what is meant where nothing is said. */
  public static final CpuMatch EXACT = new CpuMatch("exact");

  /** That, and whatever more the host has. */
  public static final CpuMatch MINIMUM = new CpuMatch("minimum");

  /** That, and only on a host that has nothing more. */
  public static final CpuMatch STRICT = new CpuMatch("strict");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
