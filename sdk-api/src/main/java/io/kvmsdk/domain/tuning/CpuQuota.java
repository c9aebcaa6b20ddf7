package io.kvmsdk.domain.tuning;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How long threads may run on the host's CPUs in a period.
 *
 * @param micros 1000 to {@link #MOST} microseconds; any negative number for no limit, as libvirt
 *     says it; 0 for nothing said
 */
public record CpuQuota(long micros) {

  /** The least quota, 1 ms, in microseconds. */
  public static final long LEAST = 1000;

  /** The greatest quota, in microseconds. */
  public static final long MOST = 17_592_186_044_415L;

  /** No limit. */
  public static final CpuQuota UNLIMITED = new CpuQuota(-1);

  /**
   * So long in each period; as long as the period is a whole CPU.
   *
   * @param time whole microseconds, at least 1 ms
   * @throws IllegalArgumentException if it is not of whole microseconds
   */
  public static CpuQuota of(Duration time) {
    if (time.isNegative() || time.getNano() % 1000 != 0) {
      throw new IllegalArgumentException("a quota is of whole microseconds: " + time);
    }
    return new CpuQuota(time.dividedBy(ChronoUnit.MICROS.getDuration()));
  }

  /** How long; empty where there is no limit. */
  public Optional<Duration> time() {
    return micros > 0 ? Optional.of(Duration.of(micros, ChronoUnit.MICROS)) : Optional.empty();
  }

  /** Whether there is a limit. */
  public boolean isLimit() {
    return micros > 0;
  }

  /** Whether libvirt takes it. */
  boolean isPossible() {
    return micros <= 0 || (micros >= LEAST && micros <= MOST);
  }

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return Long.toString(micros);
  }
}
