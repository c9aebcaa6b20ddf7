package io.kvmsdk.event;

/**
 * What happened to a domain: one of libvirt's {@code virDomainEventType}, or a word of a newer
 * hypervisor's that has no constant here.
 *
 * @param value the kind's name in lower case
 */
public record LifecycleKind(String value) {

  /** It has a definition now, or a new one. */
  public static final LifecycleKind DEFINED = new LifecycleKind("defined");

  /** It has no definition any more. */
  public static final LifecycleKind UNDEFINED = new LifecycleKind("undefined");

  /** Its machine is there. */
  public static final LifecycleKind STARTED = new LifecycleKind("started");

  /** Its guest stands still. */
  public static final LifecycleKind SUSPENDED = new LifecycleKind("suspended");

  /** Its guest goes on. */
  public static final LifecycleKind RESUMED = new LifecycleKind("resumed");

  /** Its machine is gone. */
  public static final LifecycleKind STOPPED = new LifecycleKind("stopped");

  /** Its guest has shut down; the machine goes next. */
  public static final LifecycleKind SHUTDOWN = new LifecycleKind("shutdown");

  /** Its guest suspended itself. */
  public static final LifecycleKind PMSUSPENDED = new LifecycleKind("pmsuspended");

  /** Its guest crashed. */
  public static final LifecycleKind CRASHED = new LifecycleKind("crashed");

  @Override
  public String toString() {
    return value;
  }
}
