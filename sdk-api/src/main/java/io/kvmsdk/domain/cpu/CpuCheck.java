package io.kvmsdk.domain.cpu;

/**
 * How the CPU that a guest got is compared with the one that was asked for. Since libvirt 3.2.0. An
 * open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record CpuCheck(String value) {

  /** Not at all. */
  public static final CpuCheck NONE = new CpuCheck("none");

  /** By libvirt, before the start. */
  public static final CpuCheck PARTIAL = new CpuCheck("partial");

  /** By libvirt, against what QEMU really gave. */
  public static final CpuCheck FULL = new CpuCheck("full");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
