package io.kvmsdk.storage;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A moment as libvirt writes it of files.
 *
 * @param value seconds since the beginning of 1970, with up to nine digits behind a point
 */
public record StorageTimestamp(String value) {

  public StorageTimestamp {
    try {
      BigDecimal unused = new BigDecimal(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("seconds since 1970 such as 1341933637.273190990", e);
    }
  }

  /** That moment. */
  public static StorageTimestamp of(Instant moment) {
    return new StorageTimestamp(
        moment.getNano() == 0
            ? Long.toString(moment.getEpochSecond())
            : String.format("%d.%09d", moment.getEpochSecond(), moment.getNano()));
  }

  /** The moment, to the nanosecond. */
  public Instant instant() {
    BigDecimal seconds = new BigDecimal(value.strip());
    long whole = seconds.longValue();
    return Instant.ofEpochSecond(
        whole, seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
  }

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
