package io.kvmsdk.units;

import java.util.Locale;

/**
 * An amount of memory or storage, exact to the byte.
 *
 * <p>libvirt writes amounts as a number with a unit ({@code <memory unit='KiB'>1048576</memory>});
 * the unit names understood here are the ones of libvirt's {@code virScaleInteger}: {@code
 * b}/{@code bytes}, {@code KB}, {@code KiB}/{@code k}, and so on up to {@code EiB}. Immutable and
 * thread-safe.
 *
 * @param bytes the amount in bytes, 0 to 2^63-1
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

  /** No bytes at all. */
  public static final ByteSize ZERO = new ByteSize(0);

  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size is not negative: " + bytes + " bytes");
    }
  }

  /** {@code count} bytes. */
  public static ByteSize bytes(long count) {
    return new ByteSize(count);
  }

  /** {@code count} times 1024 bytes. */
  public static ByteSize kibibytes(long count) {
    return new ByteSize(Math.multiplyExact(count, 1L << 10));
  }

  /** {@code count} times 1024² bytes. */
  public static ByteSize mebibytes(long count) {
    return new ByteSize(Math.multiplyExact(count, 1L << 20));
  }

  /** {@code count} times 1024³ bytes. */
  public static ByteSize gibibytes(long count) {
    return new ByteSize(Math.multiplyExact(count, 1L << 30));
  }

  /**
   * The size that libvirt means by a number with a unit.
   *
   * @param amount the number, not negative
   * @param unit a unit name of libvirt's, in any case; empty for bytes
   * @throws IllegalArgumentException if the unit is not known, or the size does not fit 2^63-1
   *     bytes
   */
  public static ByteSize of(long amount, String unit) {
    long factor = factor(unit);
    if (factor == 0) {
      throw new IllegalArgumentException(
          "unknown unit '" + unit + "'; expected b, KB, KiB, MB, MiB, ... EiB");
    }
    if (amount > Long.MAX_VALUE / factor) {
      throw new IllegalArgumentException(amount + " " + unit + " is more than 2^63-1 bytes");
    }
    return new ByteSize(amount * factor);
  }

  /** How many bytes a unit is; 0 if it is none. */
  private static long factor(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "", "b", "byte", "bytes" -> 1;
      case "k", "kib" -> 1L << 10;
      case "m", "mib" -> 1L << 20;
      case "g", "gib" -> 1L << 30;
      case "t", "tib" -> 1L << 40;
      case "p", "pib" -> 1L << 50;
      case "e", "eib" -> 1L << 60;
      case "kb" -> 1_000L;
      case "mb" -> 1_000_000L;
      case "gb" -> 1_000_000_000L;
      case "tb" -> 1_000_000_000_000L;
      case "pb" -> 1_000_000_000_000_000L;
      case "eb" -> 1_000_000_000_000_000_000L;
      default -> 0;
    };
  }

  /** The amount in KiB, rounded up as libvirt does. */
  public long toKibibytes() {
    return bytes / 1024 + (bytes % 1024 == 0 ? 0 : 1);
  }

  /** The amount in MiB, rounded down. */
  public long toMebibytes() {
    return bytes >> 20;
  }

  /** The sum. */
  public ByteSize plus(ByteSize other) {
    return new ByteSize(Math.addExact(bytes, other.bytes));
  }

  /** The difference; never negative. */
  public ByteSize minus(ByteSize other) {
    return new ByteSize(Math.subtractExact(bytes, other.bytes));
  }

  @Override
  public int compareTo(ByteSize other) {
    return Long.compare(bytes, other.bytes);
  }

  /** The size in the largest binary unit that keeps it whole, such as {@code 512 MiB}. */
  @Override
  public String toString() {
    String[] names = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    long amount = bytes;
    int i = 0;
    while (amount != 0 && amount % 1024 == 0 && i < names.length - 1) {
      amount /= 1024;
      i++;
    }
    return amount + " " + names[i];
  }
}
