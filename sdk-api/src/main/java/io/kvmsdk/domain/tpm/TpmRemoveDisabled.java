package io.kvmsdk.domain.tpm;

/**
 * What is removed from a TPM's custom profile because a host in FIPS mode has it disabled. An open
 * value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record TpmRemoveDisabled(String value) {

  /** The algorithms that are disabled now, which is the better choice. */
  public static final TpmRemoveDisabled CHECK = new TpmRemoveDisabled("check");

  /** All algorithms that can be disabled. */
  public static final TpmRemoveDisabled FIPS_HOST = new TpmRemoveDisabled("fips-host");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
