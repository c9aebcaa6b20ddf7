package io.kvmsdk.event;

/**
 * Why it happened: one of libvirt's event details ({@code virDomainEventStoppedDetailType} and its
 * like), or a word of a newer hypervisor's that has no constant here.
 *
 * @param value the reason's name in lower case, its words joined by hyphens
 */
public record LifecycleReason(String value) {

  /** The hypervisor does not say. */
  public static final LifecycleReason UNKNOWN = new LifecycleReason("unknown");

  /** Defined: it is new. */
  public static final LifecycleReason ADDED = new LifecycleReason("added");

  /** Defined: it replaced another definition. */
  public static final LifecycleReason UPDATED = new LifecycleReason("updated");

  /** Undefined: somebody asked for it. */
  public static final LifecycleReason REMOVED = new LifecycleReason("removed");

  /** Started: from nothing. */
  public static final LifecycleReason BOOTED = new LifecycleReason("booted");

  /** Started: by a migration; stopped or suspended: for one. */
  public static final LifecycleReason MIGRATED = new LifecycleReason("migrated");

  /** Started: from a file. */
  public static final LifecycleReason RESTORED = new LifecycleReason("restored");

  /** Started or stopped: by going back to a snapshot. */
  public static final LifecycleReason FROM_SNAPSHOT = new LifecycleReason("from-snapshot");

  /** Suspended: somebody asked for it. */
  public static final LifecycleReason PAUSED = new LifecycleReason("paused");

  /** Suspended: a disk failed. */
  public static final LifecycleReason IO_ERROR = new LifecycleReason("io-error");

  /** Suspended: the watchdog fired. */
  public static final LifecycleReason WATCHDOG = new LifecycleReason("watchdog");

  /** Resumed: somebody asked for it. */
  public static final LifecycleReason UNPAUSED = new LifecycleReason("unpaused");

  /** Shutdown: the guest ended by itself. */
  public static final LifecycleReason FINISHED = new LifecycleReason("finished");

  /** Shutdown: the guest ended by its own doing, as the hypervisor knows. */
  public static final LifecycleReason GUEST = new LifecycleReason("guest");

  /** Shutdown: the host ended it, by a signal or a command. */
  public static final LifecycleReason HOST = new LifecycleReason("host");

  /** Stopped: the guest had shut down. */
  public static final LifecycleReason SHUTDOWN = new LifecycleReason("shutdown");

  /** Stopped: somebody destroyed it. */
  public static final LifecycleReason DESTROYED = new LifecycleReason("destroyed");

  /** Stopped: its hypervisor process died or was killed. */
  public static final LifecycleReason CRASHED = new LifecycleReason("crashed");

  /** Stopped: its hypervisor failed. */
  public static final LifecycleReason FAILED = new LifecycleReason("failed");

  /** Stopped: saved to a file. */
  public static final LifecycleReason SAVED = new LifecycleReason("saved");

  /** Crashed: the guest's kernel panicked. */
  public static final LifecycleReason PANICKED = new LifecycleReason("panicked");

  @Override
  public String toString() {
    return value;
  }
}
