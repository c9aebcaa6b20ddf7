package io.kvmsdk.domain.tuning;

/**
 * How the host's kernel schedules threads. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record CpuScheduler(String value) {

  /** As threads that compute and can wait. */
  public static final CpuScheduler BATCH = new CpuScheduler("batch");

  /** When nothing else wants to run. */
  public static final CpuScheduler IDLE = new CpuScheduler("idle");

  /** In real time, until they wait. */
  public static final CpuScheduler FIFO = new CpuScheduler("fifo");

  /** In real time, taking turns. */
  public static final CpuScheduler RR = new CpuScheduler("rr");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
