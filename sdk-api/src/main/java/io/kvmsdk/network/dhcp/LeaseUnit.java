package io.kvmsdk.network.dhcp;

/**
 * In what a lease is counted. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record LeaseUnit(String value) {

  /** Seconds. */
  public static final LeaseUnit SECONDS = new LeaseUnit("seconds");

  /** Minutes; what is meant where nothing is said. */
  public static final LeaseUnit MINUTES = new LeaseUnit("minutes");

  /** Hours. */
  public static final LeaseUnit HOURS = new LeaseUnit("hours");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
