package io.kvmsdk.domain.platform;

/**
 * What happens when a watchdog is not fed. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record WatchdogAction(String value) {

  /** The guest is reset. */
  public static final WatchdogAction RESET = new WatchdogAction("reset");

  /** The guest is asked to shut down, which one that hangs does not do. */
  public static final WatchdogAction SHUTDOWN = new WatchdogAction("shutdown");

  /** The guest is switched off. */
  public static final WatchdogAction POWEROFF = new WatchdogAction("poweroff");

  /** The guest is paused. */
  public static final WatchdogAction PAUSE = new WatchdogAction("pause");

  /** Nothing. */
  public static final WatchdogAction NONE = new WatchdogAction("none");

  /** The guest's memory is written to a file, and the guest runs on. Since libvirt 0.8.7. */
  public static final WatchdogAction DUMP = new WatchdogAction("dump");

  /** The guest gets a non-maskable interrupt. Since libvirt 1.2.17. */
  public static final WatchdogAction INJECT_NMI = new WatchdogAction("inject-nmi");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
