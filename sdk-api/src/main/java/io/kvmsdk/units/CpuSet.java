package io.kvmsdk.units;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A set of CPU or NUMA node numbers, as libvirt and the kernel write it: {@code 0-3,8}, and {@code
 * 0-3,^2} for a range without one. Immutable and thread-safe.
 */
public final class CpuSet {

  /** The highest number: libvirt's {@code VIR_DOMAIN_CPUMASK_LEN} is 16384. */
  public static final int MAX = 16383;

  private final BitSet bits;

  private CpuSet(BitSet bits) {
    this.bits = bits;
  }

  /** These numbers. */
  public static CpuSet of(int... numbers) {
    BitSet bits = new BitSet();
    for (int number : numbers) {
      bits.set(checked(number, Integer.toString(number)));
    }
    return new CpuSet(bits);
  }

  /** The numbers from {@code first} to {@code last}, both of them included. */
  public static CpuSet range(int first, int last) {
    return of(first + "-" + last);
  }

  /**
   * The numbers that {@code text} lists.
   *
   * @throws IllegalArgumentException if it is no list of numbers and ranges up to {@link #MAX}
   */
  public static CpuSet of(String text) {
    BitSet bits = new BitSet();
    if (text.isBlank()) {
      return new CpuSet(bits);
    }
    for (String part : text.split(",", -1)) {
      String item = part.strip();
      boolean without = item.startsWith("^");
      String numbers = without ? item.substring(1) : item;
      int dash = numbers.indexOf('-', 1);
      int first = number(dash < 0 ? numbers : numbers.substring(0, dash), text);
      int last = dash < 0 ? first : number(numbers.substring(dash + 1), text);
      if (last < first) {
        throw wrong(text);
      }
      bits.set(first, last + 1, !without);
    }
    return new CpuSet(bits);
  }

  private static int number(String text, String whole) {
    try {
      return checked(Integer.parseInt(text.strip()), whole);
    } catch (NumberFormatException e) {
      throw wrong(whole);
    }
  }

  private static int checked(int number, String whole) {
    if (number < 0 || number > MAX) {
      throw wrong(whole);
    }
    return number;
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "not a set of CPUs: '" + text + "'; expected numbers and ranges up to 16383 such as 0-3,8");
  }

  /** Whether the number is one of them. */
  public boolean contains(int number) {
    return number >= 0 && bits.get(number);
  }

  /** How many there are. */
  public int size() {
    return bits.cardinality();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return bits.isEmpty();
  }

  /** The numbers in rising order. */
  public IntStream stream() {
    return bits.stream();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CpuSet set && bits.equals(set.bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }

  /** The shortest list, such as {@code 0-3,8}. */
  @Override
  public String toString() {
    StringBuilder list = new StringBuilder();
    for (int first = bits.nextSetBit(0); first >= 0; ) {
      int end = bits.nextClearBit(first);
      list.append(list.length() == 0 ? "" : ",").append(first);
      if (end - 1 > first) {
        list.append('-').append(end - 1);
      }
      first = bits.nextSetBit(end);
    }
    return list.toString();
  }
}
