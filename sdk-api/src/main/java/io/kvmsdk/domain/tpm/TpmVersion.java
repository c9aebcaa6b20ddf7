package io.kvmsdk.domain.tpm;

/**
 * The version of a TPM. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record TpmVersion(String value) {

  /** TPM 1.2. */
  public static final TpmVersion V1_2 = new TpmVersion("1.2");

  /** TPM 2.0. */
  public static final TpmVersion V2_0 = new TpmVersion("2.0");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
