package io.kvmsdk.units;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;

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

  private static final Map<String, BigInteger> UNITS =
      Map.ofEntries(
          unit("", 1, 0),
          unit("b", 1, 0),
          unit("byte", 1, 0),
          unit("bytes", 1, 0),
          unit("k", 1024, 1),
          unit("kib", 1024, 1),
          unit("kb", 1000, 1),
          unit("m", 1024, 2),
          unit("mib", 1024, 2),
          unit("mb", 1000, 2),
          unit("g", 1024, 3),
          unit("gib", 1024, 3),
          unit("gb", 1000, 3),
          unit("t", 1024, 4),
          unit("tib", 1024, 4),
          unit("tb", 1000, 4),
          unit("p", 1024, 5),
          unit("pib", 1024, 5),
          unit("pb", 1000, 5),
          unit("e", 1024, 6),
          unit("eib", 1024, 6),
          unit("eb", 1000, 6));

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
    BigInteger factor = UNITS.get(unit.toLowerCase(Locale.ROOT));
    if (factor == null) {
      throw new IllegalArgumentException(
          "unknown unit '" + unit + "'; expected b, KB, KiB, MB, MiB, ... EiB");
    }
    BigInteger bytes = BigInteger.valueOf(amount).multiply(factor);
    if (bytes.bitLength() > 63) {
      throw new IllegalArgumentException(amount + " " + unit + " is more than 2^63-1 bytes");
    }
    return new ByteSize(bytes.longValue());
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

  private static Map.Entry<String, BigInteger> unit(String name, int base, int power) {
    return Map.entry(name, BigInteger.valueOf(base).pow(power));
  }
}
