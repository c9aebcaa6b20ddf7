package io.kvmsdk.storage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A moment as libvirt writes it of files.
 *
 * @param value seconds since the beginning of 1970, with up to nine digits behind a point
 */
public record StorageTimestamp(String value) {

  public StorageTimestamp {
    String digits = value.strip();
    if (digits.isEmpty() || !Character.isDigit(digits.charAt(0))) {
      throw new IllegalArgumentException("seconds since 1970 such as 1341933637.273190990");
    }
  }

  /** That moment. */
  public static StorageTimestamp of(Instant moment) {
    return new StorageTimestamp(
        moment.getNano() == 0
            ? Long.toString(moment.getEpochSecond())
            : String.format("%d.%09d", moment.getEpochSecond(), moment.getNano()));
  }

  /** The moment, to the nanosecond; empty if it is written in a form that is not known here. */
  public Optional<Instant> instant() {
    try {
      BigDecimal seconds = new BigDecimal(value.strip());
      long whole = seconds.longValue();
      BigDecimal rest = seconds.subtract(BigDecimal.valueOf(whole));
      return Optional.of(Instant.ofEpochSecond(whole, rest.movePointRight(9).longValue()));
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
