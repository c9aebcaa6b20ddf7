package io.kvmsdk.domain.boot;

/**
 * The firmware that libvirt is to find for a guest. Since libvirt 5.2.0. An open value: what a
 * newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record Firmware(String value) {

  /** A PC BIOS. */
  public static final Firmware BIOS = new Firmware("bios");

  /** UEFI. */
  public static final Firmware EFI = new Firmware("efi");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
