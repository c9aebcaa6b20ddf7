package io.kvmsdk.domain.boot;

/**
 * What a guest's clock starts from. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record ClockOffset(String value) {

  /** The host's clock, in UTC. */
  public static final ClockOffset UTC = new ClockOffset("utc");

  /** The host's clock, in the host's time zone. */
  public static final ClockOffset LOCALTIME = new ClockOffset("localtime");

  /** The host's clock, in the time zone that is named. */
  public static final ClockOffset TIMEZONE = new ClockOffset("timezone");

  /** The host's clock, so many seconds away, which the guest may change. Since libvirt 0.8.0. */
  public static final ClockOffset VARIABLE = new ClockOffset("variable");

  /** The time that is given. Since libvirt 8.4.0. */
  public static final ClockOffset ABSOLUTE = new ClockOffset("absolute");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
