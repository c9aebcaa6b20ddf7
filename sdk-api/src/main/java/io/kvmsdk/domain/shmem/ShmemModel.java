package io.kvmsdk.domain.shmem;

/**
 * The device for shared memory that a guest sees. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record ShmemModel(String value) {

  /** With a server or without, for old QEMU. */
  public static final ShmemModel IVSHMEM = new ShmemModel("ivshmem");

  /** Without a server, and without interrupts. */
  public static final ShmemModel IVSHMEM_PLAIN = new ShmemModel("ivshmem-plain");

  /** With a server. */
  public static final ShmemModel IVSHMEM_DOORBELL = new ShmemModel("ivshmem-doorbell");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
