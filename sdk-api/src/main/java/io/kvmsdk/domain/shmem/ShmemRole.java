package io.kvmsdk.domain.shmem;

/**
 * Whether shared memory migrates with a domain. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record ShmemRole(String value) {

  /** It does; of those who share it one at most is that. */
  public static final ShmemRole MASTER = new ShmemRole("master");

  /** It does not; the device has to be taken away before a migration. */
  public static final ShmemRole PEER = new ShmemRole("peer");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
