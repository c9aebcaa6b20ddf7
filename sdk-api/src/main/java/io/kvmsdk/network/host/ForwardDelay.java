package io.kvmsdk.network.host;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a port of a bridge waits before it forwards.
 *
 * @param value in seconds, with fractions such as {@code 0.01}
 */
public record ForwardDelay(String value) {

  public ForwardDelay {
    String digits = value.strip();
    if (digits.isEmpty() || !Character.isDigit(digits.charAt(0))) {
      throw new IllegalArgumentException("a number of seconds such as 0.01, not negative");
    }
  }

  /** So long. */
  public static ForwardDelay of(Duration delay) {
    BigDecimal seconds =
        BigDecimal.valueOf(delay.getSeconds()).add(BigDecimal.valueOf(delay.getNano(), 9));
    return new ForwardDelay(
        seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString());
  }

  /** How long, to the nanosecond; empty if it is written in a form that is not known here. */
  public Optional<Duration> duration() {
    try {
      BigDecimal nanos = new BigDecimal(value.strip()).movePointRight(9);
      return Optional.of(Duration.ofNanos(nanos.longValue()));
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
