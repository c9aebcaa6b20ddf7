package io.kvmsdk.domain.tpm;

/**
 * The TPM that a guest sees. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record TpmModel(String value) {

  /** The usual one, but for pSeries. */
  public static final TpmModel TIS = new TpmModel("tpm-tis");

  /** For a TPM 2.0 only, and PCs. Since libvirt 4.4.0. */
  public static final TpmModel CRB = new TpmModel("tpm-crb");

  /** The usual one of pSeries machines. Since libvirt 6.1.0. */
  public static final TpmModel SPAPR = new TpmModel("tpm-spapr");

  /**
   * A proxy for the host's resource manager, for secure pSeries guests; at most one, which may
   * stand beside another. Since libvirt 6.5.0.
   */
  public static final TpmModel SPAPR_PROXY = new TpmModel("spapr-tpm-proxy");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
