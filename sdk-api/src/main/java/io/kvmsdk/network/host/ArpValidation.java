package io.kvmsdk.network.host;

/**
 * Of which devices of a bond the answers to ARP requests are checked. An open value: what a newer
 * libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record ArpValidation(String value) {

  /** Of none. */
  public static final ArpValidation NONE = new ArpValidation("none");

  /** Of the one in use. */
  public static final ArpValidation ACTIVE = new ArpValidation("active");

  /** Of the others. */
  public static final ArpValidation BACKUP = new ArpValidation("backup");

  /** Of all. */
  public static final ArpValidation ALL = new ArpValidation("all");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
