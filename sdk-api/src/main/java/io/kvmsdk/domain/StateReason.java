package io.kvmsdk.domain;

/**
 * Why a domain is in its state: libvirt's {@code virDomainRunningReason}, {@code
 * virDomainShutoffReason} and their like, or a word of a newer hypervisor's that has no constant
 * here.
 *
 * @param value the reason's name in lower case, its words joined by hyphens
 */
public record StateReason(String value) {

  /** The hypervisor does not say. */
  public static final StateReason UNKNOWN = new StateReason("unknown");

  /** Running: started from nothing. */
  public static final StateReason BOOTED = new StateReason("booted");

  /** Running: came from another host. */
  public static final StateReason MIGRATED = new StateReason("migrated");

  /** Running: restored from a file. */
  public static final StateReason RESTORED = new StateReason("restored");

  /** Running: restored from a snapshot. */
  public static final StateReason FROM_SNAPSHOT = new StateReason("from-snapshot");

  /** Running: resumed. */
  public static final StateReason UNPAUSED = new StateReason("unpaused");

  /** Running: woke from its own suspension. */
  public static final StateReason WAKEUP = new StateReason("wakeup");

  /** Paused: somebody asked for it. */
  public static final StateReason USER = new StateReason("user");

  /** Paused: it was started so, or is being started. */
  public static final StateReason STARTING_UP = new StateReason("starting-up");

  /** Paused: a disk failed. */
  public static final StateReason IO_ERROR = new StateReason("io-error");

  /** Paused: the watchdog fired. */
  public static final StateReason WATCHDOG = new StateReason("watchdog");

  /** Off: the guest shut itself down, asked or not. */
  public static final StateReason SHUTDOWN = new StateReason("shutdown");

  /** Off: somebody destroyed it. */
  public static final StateReason DESTROYED = new StateReason("destroyed");

  /**
   * Off: its hypervisor process crashed or was killed; or paused or crashed: the guest's kernel
   * panicked.
   */
  public static final StateReason CRASHED = new StateReason("crashed");

  /** Off: it could not be started, or its process ended on its own accord with an error. */
  public static final StateReason FAILED = new StateReason("failed");

  /** Off: saved to a file. */
  public static final StateReason SAVED = new StateReason("saved");

  @Override
  public String toString() {
    return value;
  }
}
