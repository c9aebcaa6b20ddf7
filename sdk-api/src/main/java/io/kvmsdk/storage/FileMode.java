package io.kvmsdk.storage;

import java.util.Optional;

/**
 * The permissions of a file, as {@code chmod} takes them.
 *
 * @param value octal digits, such as {@code 0644}
 */
public record FileMode(String value) {

  public FileMode {
    String digits = value.strip();
    if (digits.isEmpty() || !Character.isDigit(digits.charAt(0))) {
      throw new IllegalArgumentException("octal digits such as 0644");
    }
  }

  /** The permissions that these bits are: {@code of(0644)}. */
  public static FileMode of(int bits) {
    return new FileMode(String.format("0%03o", bits));
  }

  /** The permissions as bits; empty if they are written in a form that is not known here. */
  public Optional<Integer> bits() {
    try {
      return Optional.of(Integer.parseInt(value.strip(), 8));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
