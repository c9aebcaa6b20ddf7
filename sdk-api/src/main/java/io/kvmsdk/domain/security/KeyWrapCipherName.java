package io.kvmsdk.domain.security;

/**
 * What a key of an s390 machine is wrapped for. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record KeyWrapCipherName(String value) {

  /** AES. */
  public static final KeyWrapCipherName AES = new KeyWrapCipherName("aes");

  /** DEA and TDEA, also known as DES and TDES. */
  public static final KeyWrapCipherName DEA = new KeyWrapCipherName("dea");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
