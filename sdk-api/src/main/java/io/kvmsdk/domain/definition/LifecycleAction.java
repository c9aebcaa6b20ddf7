package io.kvmsdk.domain.definition;

/**
 * What libvirt does when a guest ends in some way. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record LifecycleAction(String value) {

  /** The domain is off. */
  public static final LifecycleAction DESTROY = new LifecycleAction("destroy");

  /** It starts anew, with the same definition. */
  public static final LifecycleAction RESTART = new LifecycleAction("restart");

  /** What is left is kept for a look at it; the domain has to be destroyed by hand. */
  public static final LifecycleAction PRESERVE = new LifecycleAction("preserve");

  /** It starts anew under another name; Xen only. */
  public static final LifecycleAction RENAME_RESTART = new LifecycleAction("rename-restart");

  /** Its memory is dumped, and it is off; crashes only. Since libvirt 0.8.4. */
  public static final LifecycleAction COREDUMP_DESTROY = new LifecycleAction("coredump-destroy");

  /** Its memory is dumped, and it starts anew; crashes only. Since libvirt 0.8.4. */
  public static final LifecycleAction COREDUMP_RESTART = new LifecycleAction("coredump-restart");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
