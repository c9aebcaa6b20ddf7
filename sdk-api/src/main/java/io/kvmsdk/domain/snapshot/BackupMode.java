package io.kvmsdk.domain.snapshot;

/**
 * Who moves the data of a backup. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record BackupMode(String value) {

  /** The hypervisor writes it out. */
  public static final BackupMode PUSH = new BackupMode("push");

  /** Somebody reads it from the hypervisor, over NBD. */
  public static final BackupMode PULL = new BackupMode("pull");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
