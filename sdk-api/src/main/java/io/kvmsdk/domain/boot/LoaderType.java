package io.kvmsdk.domain.boot;

/**
 * Where the guest's machine has its firmware. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record LoaderType(String value) {

  /** In read-only memory, as a BIOS is. */
  public static final LoaderType ROM = new LoaderType("rom");

  /** In flash memory, as UEFI is, with another one for its variables. */
  public static final LoaderType PFLASH = new LoaderType("pflash");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
