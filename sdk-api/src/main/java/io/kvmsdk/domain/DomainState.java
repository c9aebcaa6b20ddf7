package io.kvmsdk.domain;

/**
 * What a domain is doing: one of libvirt's {@code virDomainState}, or a word of a newer
 * hypervisor's that has no constant here.
 *
 * @param value the state's name in lower case
 */
public record DomainState(String value) {

  /** The guest runs. */
  public static final DomainState RUNNING = new DomainState("running");

  /** The guest waits for a resource of the host. */
  public static final DomainState BLOCKED = new DomainState("blocked");

  /** The guest stands still and keeps its memory; {@code Domain.resume()} goes on. */
  public static final DomainState PAUSED = new DomainState("paused");

  /** The guest is shutting itself down. */
  public static final DomainState SHUTDOWN = new DomainState("shutdown");

  /** The machine is off. */
  public static final DomainState SHUTOFF = new DomainState("shutoff");

  /** The guest crashed and its machine was kept for inspection. */
  public static final DomainState CRASHED = new DomainState("crashed");

  /** The guest suspended itself to memory. */
  public static final DomainState PMSUSPENDED = new DomainState("pmsuspended");

  /** Whether there is a machine: any state but {@link #SHUTOFF}. */
  public boolean isActive() {
    return !equals(SHUTOFF);
  }

  @Override
  public String toString() {
    return value;
  }
}
