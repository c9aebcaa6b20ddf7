package io.kvmsdk.storage;

/**
 * The permissions of a file, as {@code chmod} takes them.
 *
 * @param value octal digits, such as {@code 0644}
 */
public record FileMode(String value) {

  public FileMode {
    String digits = value.strip();
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '7')) {
      throw new IllegalArgumentException("octal digits such as 0644");
    }
  }

  /** The permissions that these bits are: {@code of(0644)}. */
  public static FileMode of(int bits) {
    return new FileMode(String.format("0%03o", bits));
  }

  /** The permissions as bits. */
  public int bits() {
    return Integer.parseInt(value.strip(), 8);
  }

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
