package io.kvmsdk.domain.disk.source;

/**
 * What a secret is for. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record DiskSecretType(String value) {

  /** The key of a user of Ceph. */
  public static final DiskSecretType CEPH = new DiskSecretType("ceph");

  /** The password of a CHAP user of iSCSI. */
  public static final DiskSecretType ISCSI = new DiskSecretType("iscsi");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
