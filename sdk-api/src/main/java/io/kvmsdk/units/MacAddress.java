package io.kvmsdk.units;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An Ethernet address, six octets. Two spellings of one address are equal.
 *
 * @param value the address as libvirt writes it: lower case, separated by colons, such as {@code
 *     52:54:00:6b:3c:58}
 */
public record MacAddress(String value) {

  public MacAddress {
    value = value.strip().toLowerCase(Locale.ROOT).replace('-', ':');
    if (!isAddress(value)) {
      throw new IllegalArgumentException(
          "not a MAC address: '" + value + "'; expected six octets such as 52:54:00:6b:3c:58");
    }
  }

  private static boolean isAddress(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      if (i % 3 == 2 ? c != ':' : !digit) {
        return false;
      }
    }
    return text.length() == 17;
  }

  /** The address that {@code text} spells, in upper or lower case, with colons or hyphens. */
  public static MacAddress of(String text) {
    return new MacAddress(text);
  }

  /**
   * A new address of the range that QEMU's makers gave to virtual machines ({@code 52:54:00}), its
   * other three octets by chance.
   */
  public static MacAddress random() {
    int low = ThreadLocalRandom.current().nextInt(1 << 24);
    return new MacAddress(
        String.format("52:54:00:%02x:%02x:%02x", low >> 16, low >> 8 & 0xff, low & 0xff));
  }

  @Override
  public String toString() {
    return value;
  }
}
