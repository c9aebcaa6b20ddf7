package io.kvmsdk.domain.memory;

/**
 * What on the host backs the memory of a guest. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record MemorySource(String value) {

  /** Memory of the process, as usual. */
  public static final MemorySource ANONYMOUS = new MemorySource("anonymous");

  /** A file in a directory that the hypervisor's configuration names. */
  public static final MemorySource FILE = new MemorySource("file");

  /** A file that is only in memory. Since libvirt 4.10.0. */
  public static final MemorySource MEMFD = new MemorySource("memfd");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
