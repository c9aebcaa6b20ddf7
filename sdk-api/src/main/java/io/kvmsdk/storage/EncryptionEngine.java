package io.kvmsdk.storage;

/**
 * What encrypts and decrypts. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record EncryptionEngine(String value) {

  /** QEMU. */
  public static final EncryptionEngine QEMU = new EncryptionEngine("qemu");

  /** Ceph's library, for RBD only; QEMU's since 6.1, Ceph's since 16.1.0. */
  public static final EncryptionEngine LIBRBD = new EncryptionEngine("librbd");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
