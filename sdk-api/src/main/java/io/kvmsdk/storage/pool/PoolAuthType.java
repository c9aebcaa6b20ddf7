package io.kvmsdk.storage.pool;

/**
 * How a user is proved to be one. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record PoolAuthType(String value) {

  /** CHAP, of iSCSI. Since libvirt 1.1.1. */
  public static final PoolAuthType CHAP = new PoolAuthType("chap");

  /** Ceph's own way. Since libvirt 0.9.7. */
  public static final PoolAuthType CEPH = new PoolAuthType("ceph");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
