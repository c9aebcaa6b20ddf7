package io.kvmsdk.domain.cpu;

/**
 * Where what vCPUs say of their cache comes from. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record CpuCacheMode(String value) {

  /** The hypervisor makes it up. */
  public static final CpuCacheMode EMULATE = new CpuCacheMode("emulate");

  /** The host's CPU. */
  public static final CpuCacheMode PASSTHROUGH = new CpuCacheMode("passthrough");

  /** They say that there is none. */
  public static final CpuCacheMode DISABLE = new CpuCacheMode("disable");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
