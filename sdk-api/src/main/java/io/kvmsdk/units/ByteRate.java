package io.kvmsdk.units;

/**
 * A throughput, exact to the byte per second. Immutable and thread-safe.
 *
 * @param bytesPerSecond not negative
 */
public record ByteRate(long bytesPerSecond) implements Comparable<ByteRate> {

  public ByteRate {
    if (bytesPerSecond < 0) {
      throw new IllegalArgumentException(
          "a rate is not negative: " + bytesPerSecond + " bytes per second");
    }
  }

  /** {@code amount} in each second. */
  public static ByteRate perSecond(ByteSize amount) {
    return new ByteRate(amount.bytes());
  }

  /** {@code count} bytes in each second. */
  public static ByteRate bytesPerSecond(long count) {
    return new ByteRate(count);
  }

  /** {@code count} times 1024² bytes in each second. */
  public static ByteRate mebibytesPerSecond(long count) {
    return perSecond(ByteSize.mebibytes(count));
  }

  /** {@code count} times 1000 bytes in each second. */
  public static ByteRate kilobytesPerSecond(long count) {
    return perSecond(ByteSize.of(count, "kB"));
  }

  /**
   * {@code count} times a million bits in each second, as networks are measured; a megabit is
   * 125,000 bytes.
   */
  public static ByteRate megabitsPerSecond(long count) {
    return kilobytesPerSecond(Math.multiplyExact(count, 125));
  }

  @Override
  public int compareTo(ByteRate other) {
    return Long.compare(bytesPerSecond, other.bytesPerSecond);
  }

  /** The rate in the largest binary unit that keeps it whole, such as {@code 10 MiB/s}. */
  @Override
  public String toString() {
    return ByteSize.bytes(bytesPerSecond) + "/s";
  }
}
