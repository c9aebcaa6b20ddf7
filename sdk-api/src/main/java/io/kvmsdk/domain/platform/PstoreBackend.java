package io.kvmsdk.domain.platform;

/**
 * What a guest sees as its store for last words. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record PstoreBackend(String value) {

  /** The error record serialization table of ACPI. */
  public static final PstoreBackend ACPI_ERST = new PstoreBackend("acpi-erst");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
