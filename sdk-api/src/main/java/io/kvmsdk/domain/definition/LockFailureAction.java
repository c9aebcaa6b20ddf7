package io.kvmsdk.domain.definition;

/**
 * What happens to a domain when a lock manager loses one of its leases. Since libvirt 1.0.0. An
 * open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record LockFailureAction(String value) {

  /** The lock manager's choice. */
  public static final LockFailureAction DEFAULT = new LockFailureAction("default");

  /** The domain runs on. */
  public static final LockFailureAction IGNORE = new LockFailureAction("ignore");

  /** The domain is paused. */
  public static final LockFailureAction PAUSE = new LockFailureAction("pause");

  /** The domain is started anew. */
  public static final LockFailureAction RESTART = new LockFailureAction("restart");

  /** The domain is ended. */
  public static final LockFailureAction POWEROFF = new LockFailureAction("poweroff");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
