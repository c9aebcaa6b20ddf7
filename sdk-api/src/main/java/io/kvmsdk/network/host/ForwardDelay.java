package io.kvmsdk.network.host;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How long a port of a bridge waits before it forwards.
 *
 * @param value in seconds, with fractions such as {@code 0.01}
 */
public record ForwardDelay(String value) {

  public ForwardDelay {
    try {
      if (new BigDecimal(value.strip()).signum() < 0) {
        throw new IllegalArgumentException("a number of seconds that is not negative");
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a number of seconds such as 0.01", e);
    }
  }

  /** So long. */
  public static ForwardDelay of(Duration delay) {
    BigDecimal seconds =
        BigDecimal.valueOf(delay.getSeconds()).add(BigDecimal.valueOf(delay.getNano(), 9));
    return new ForwardDelay(
        seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString());
  }

  /** How long, to the nanosecond. */
  public Duration duration() {
    BigDecimal nanos = new BigDecimal(value.strip()).movePointRight(9);
    return Duration.ofNanos(nanos.longValue());
  }

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
