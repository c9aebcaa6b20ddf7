package io.kvmsdk.domain.boot;

/**
 * How the guest reads the CPU's time stamp counter. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record TscMode(String value) {

  /** As the hypervisor finds best. */
  public static final TscMode AUTO = new TscMode("auto");

  /** Straight from the CPU. */
  public static final TscMode NATIVE = new TscMode("native");

  /** Through the hypervisor, always. */
  public static final TscMode EMULATE = new TscMode("emulate");

  /** Straight from the CPU, with the guest's help. */
  public static final TscMode PARAVIRT = new TscMode("paravirt");

  /** Straight from the CPU where it agrees on all CPUs, else through the hypervisor. */
  public static final TscMode SMPSAFE = new TscMode("smpsafe");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
