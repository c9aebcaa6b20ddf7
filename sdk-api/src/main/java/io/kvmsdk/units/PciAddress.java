package io.kvmsdk.units;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PCI function sits, on a host or in a guest.
 *
 * @param domain 0 to 0x7fffffff; 0 on nearly all machines
 * @param bus 0 to 0xff
 * @param slot 0 to 0x1f
 * @param function 0 to 7
 */
public record PciAddress(int domain, int bus, int slot, int function) {

  private static final Pattern FORM =
      Pattern.compile("(?:([0-9a-fA-F]{1,8}):)?([0-9a-fA-F]{1,2}):([0-9a-fA-F]{1,2})\\.([0-7])");

  public PciAddress {
    if (domain < 0 || bus >>> 8 != 0 || slot >>> 5 != 0 || function >>> 3 != 0) {
      throw new IllegalArgumentException(
          "not a PCI address: domain "
              + domain
              + ", bus "
              + bus
              + ", slot "
              + slot
              + ", function "
              + function);
    }
  }

  /** The address that {@code text} spells, such as {@code 0000:3b:00.1} or {@code 3b:00.1}. */
  public static PciAddress of(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "not a PCI address: '" + text + "'; expected one such as 0000:3b:00.1");
    }
    return new PciAddress(
        parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1), 16),
        Integer.parseInt(parts.group(2), 16),
        Integer.parseInt(parts.group(3), 16),
        Integer.parseInt(parts.group(4)));
  }

  /** The address as the kernel and lspci write it, such as {@code 0000:3b:00.1}. */
  @Override
  public String toString() {
    return String.format("%04x:%02x:%02x.%x", domain, bus, slot, function);
  }
}
