package io.kvmsdk.domain.boot;

/**
 * What is in a file of ACPI tables. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record AcpiTableType(String value) {

  /** The table of a Windows licence. Since libvirt 1.3.5. */
  public static final AcpiTableType SLIC = new AcpiTableType("slic");

  /** One table, whatever its header says it is. Since libvirt 11.2.0. */
  public static final AcpiTableType RAW = new AcpiTableType("raw");

  /** Several tables, one after another; on Xen. Since libvirt 11.2.0. */
  public static final AcpiTableType RAWSET = new AcpiTableType("rawset");

  /** The table with the key of a Windows licence. Since libvirt 11.2.0. */
  public static final AcpiTableType MSDM = new AcpiTableType("msdm");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
