package io.kvmsdk.domain.numa;

/**
 * Who can see what a guest writes into memory that is backed by a file, memfd or huge pages. An
 * open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record MemoryAccess(String value) {

  /** Other processes as well, which vhost-user devices and virtiofs need. */
  public static final MemoryAccess SHARED = new MemoryAccess("shared");

  /** The hypervisor alone. */
  public static final MemoryAccess PRIVATE = new MemoryAccess("private");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
