package io.kvmsdk.storage;

/**
 * How data is encrypted. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record EncryptionFormat(String value) {

  /**
   * What the format of the volume has of its own; cannot be used to make a volume any more since
   * libvirt 4.5.0.
   */
  public static final EncryptionFormat DEFAULT = new EncryptionFormat("default");

  /** QCOW's own encryption, which is weak; QEMU does not use it any more since 2.9. */
  public static final EncryptionFormat QCOW = new EncryptionFormat("qcow");

  /** LUKS 1. Since libvirt 2.1.0. */
  public static final EncryptionFormat LUKS = new EncryptionFormat("luks");

  /** LUKS 2; only with {@link EncryptionEngine#LIBRBD}. */
  public static final EncryptionFormat LUKS2 = new EncryptionFormat("luks2");

  /**
   * LUKS 1 or 2, whichever is found; only with {@link EncryptionEngine#LIBRBD}. Since libvirt
   * 9.3.0.
   */
  public static final EncryptionFormat LUKS_ANY = new EncryptionFormat("luks-any");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
