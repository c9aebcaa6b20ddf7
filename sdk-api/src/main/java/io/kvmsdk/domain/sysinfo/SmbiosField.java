package io.kvmsdk.domain.sysinfo;

/**
 * What an entry of an SMBIOS table says. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record SmbiosField(String value) {

  /** Who made the BIOS; of the BIOS. */
  public static final SmbiosField VENDOR = new SmbiosField("vendor");

  /** The version; of all but OEM strings. */
  public static final SmbiosField VERSION = new SmbiosField("version");

  /** When the BIOS was made, as month/day/year, such as {@code 09/30/2026}; of the BIOS. */
  public static final SmbiosField DATE = new SmbiosField("date");

  /** The BIOS's major and minor release number, such as {@code 10.22}; of the BIOS. */
  public static final SmbiosField RELEASE = new SmbiosField("release");

  /** Who made it; of system, base board and chassis. */
  public static final SmbiosField MANUFACTURER = new SmbiosField("manufacturer");

  /** What it is; of system and base board. */
  public static final SmbiosField PRODUCT = new SmbiosField("product");

  /** The serial number; of system, base board and chassis. */
  public static final SmbiosField SERIAL = new SmbiosField("serial");

  /** The UUID, which must be the domain's; of the system. */
  public static final SmbiosField UUID = new SmbiosField("uuid");

  /** The number of the product's configuration; of system and chassis. */
  public static final SmbiosField SKU = new SmbiosField("sku");

  /** The family of computers that it belongs to; of the system. */
  public static final SmbiosField FAMILY = new SmbiosField("family");

  /** The tag in the owner's inventory; of base board and chassis. */
  public static final SmbiosField ASSET = new SmbiosField("asset");

  /** Where in the chassis it is; of the base board. */
  public static final SmbiosField LOCATION = new SmbiosField("location");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
