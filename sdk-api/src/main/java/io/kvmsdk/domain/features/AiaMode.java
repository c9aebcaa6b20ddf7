package io.kvmsdk.domain.features;

/**
 * The interrupt controllers of a RISC-V guest. Since libvirt 11.1.0. An open value: what a newer
 * libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record AiaMode(String value) {

  /** Without the advanced interrupt architecture. */
  public static final AiaMode NONE = new AiaMode("none");

  /** An APLIC for each socket. */
  public static final AiaMode APLIC = new AiaMode("aplic");

  /** An APLIC and an IMSIC for each core. */
  public static final AiaMode APLIC_IMSIC = new AiaMode("aplic-imsic");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
