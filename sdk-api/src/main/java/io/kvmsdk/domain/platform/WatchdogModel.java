package io.kvmsdk.domain.platform;

/**
 * What kind of watchdog it is. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record WatchdogModel(String value) {

  /** The one that {@code q35} machines have anyway. Since libvirt 9.1.0. */
  public static final WatchdogModel ITCO = new WatchdogModel("itco");

  /** A PCI device of Intel, the usual choice. */
  public static final WatchdogModel I6300ESB = new WatchdogModel("i6300esb");

  /** An ISA device of iBase. */
  public static final WatchdogModel IB700 = new WatchdogModel("ib700");

  /** That of s390 machines. Since libvirt 1.2.17. */
  public static final WatchdogModel DIAG288 = new WatchdogModel("diag288");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
