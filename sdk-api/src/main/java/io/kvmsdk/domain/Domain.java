package io.kvmsdk.domain;

import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.agent.DomainAgent;
import io.kvmsdk.domain.cpu.DomainCpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.DomainDisks;
import io.kvmsdk.domain.memory.DomainMemory;
import io.kvmsdk.domain.network.DomainInterfaces;
import java.time.Duration;
import java.util.UUID;

/**
 * One domain of a connection: a name and a UUID, nothing else. Inert, thread-safe, holds nothing
 * and needs no close; it can be kept for as long as the connection.
 *
 * <p>Each call may take the connection's call timeout, or that of {@link #withTimeout(Duration)},
 * from the first wait for a thread or socket to the last answer, and throws {@link
 * io.kvmsdk.error.TimedOutException} beyond it. Beside what a call names, each throws {@link
 * io.kvmsdk.error.NotFoundException} if the domain is gone and {@link
 * io.kvmsdk.error.ConnectionLostException} if the connection broke.
 */
public final class Domain {

  private final DomainBackends backends;
  private final DomainRef ref;
  private final Duration timeout;

  Domain(DomainBackends backends, DomainRef ref, Duration timeout) {
    this.backends = backends;
    this.ref = ref;
    this.timeout = timeout;
  }

  /** The name that it had when it was looked up. */
  public String name() {
    return ref.name();
  }

  /** Its UUID. */
  public UUID uuid() {
    return ref.uuid();
  }

  /** Its name and UUID as a value. */
  public DomainRef ref() {
    return ref;
  }

  /**
   * The same domain, with another timeout for each call.
   *
   * @param other more than zero
   */
  public Domain withTimeout(Duration other) {
    return new Domain(backends, ref, other);
  }

  /** Whether something can be done with this domain, and why not where it cannot. */
  public Support support(Feature feature) {
    return backends.probe().support(call("domain.support"), feature);
  }

  /** Its vCPUs. */
  public DomainCpus cpus() {
    return new DomainCpus(backends.cpus(), backends.probe(), ref, timeout);
  }

  /** Its memory. */
  public DomainMemory memory() {
    return new DomainMemory(backends.memory(), backends.probe(), ref, timeout);
  }

  /** Its disks. */
  public DomainDisks disks() {
    return new DomainDisks(backends.disks(), backends.probe(), ref, timeout);
  }

  /** Its network interfaces. */
  public DomainInterfaces interfaces() {
    return new DomainInterfaces(backends.interfaces(), backends.probe(), ref, timeout);
  }

  /** The agent inside its guest. */
  public DomainAgent agent() {
    return new DomainAgent(backends.agent(), backends.probe(), ref, timeout);
  }

  /**
   * Starts the machine (libvirt's {@code virDomainCreate}). Returns when the hypervisor runs it,
   * which is before the guest has booted.
   *
   * @throws io.kvmsdk.error.InvalidStateException if it is not off; nothing was changed
   * @throws io.kvmsdk.error.OperationFailedException if it did not start, with the end of its log;
   *     it is off again
   * @throws io.kvmsdk.error.UnsupportedFeatureException if the definition asks for something that
   *     cannot be had; nothing was changed
   */
  public void start() {
    backends.lifecycle().start(checked("domain.start", DomainFeatures.START), StartMode.RUNNING);
  }

  /** {@link #start()}, with a guest that waits for {@link #resume()}. */
  public void startPaused() {
    backends
        .lifecycle()
        .start(checked("domain.start-paused", DomainFeatures.START_PAUSED), StartMode.PAUSED);
  }

  /** {@link #shutdown(ShutdownMode)} by the power button. */
  public void shutdown() {
    shutdown(ShutdownMode.ACPI);
  }

  /**
   * Asks the guest to shut down and waits until the machine is off (libvirt's {@code
   * virDomainShutdownFlags}; QMP's {@code system_powerdown}, the agent's {@code guest-shutdown}).
   *
   * @throws io.kvmsdk.error.InvalidStateException if it is not running; nothing was changed
   * @throws io.kvmsdk.error.AgentUnavailableException if the agent is asked and is not there;
   *     nothing was changed
   * @throws io.kvmsdk.error.TimedOutException if the guest did not do it in time; it was asked, and
   *     may do it yet
   */
  public void shutdown(ShutdownMode mode) {
    Feature feature =
        mode == ShutdownMode.ACPI ? DomainFeatures.SHUTDOWN_ACPI : DomainFeatures.SHUTDOWN_AGENT;
    backends.lifecycle().shutdown(checked("domain.shutdown", feature), mode);
  }

  /** {@link #reboot(ShutdownMode)} by the power button. */
  public void reboot() {
    reboot(ShutdownMode.ACPI);
  }

  /**
   * Asks the guest to shut down and boot again, and waits until the machine has begun anew
   * (libvirt's {@code virDomainReboot}).
   *
   * @throws io.kvmsdk.error.InvalidStateException if it is not running; nothing was changed
   * @throws io.kvmsdk.error.AgentUnavailableException if the agent is asked and is not there;
   *     nothing was changed
   * @throws io.kvmsdk.error.TimedOutException if the guest did not do it in time; it was asked, and
   *     may do it yet
   */
  public void reboot(ShutdownMode mode) {
    Feature feature =
        mode == ShutdownMode.ACPI ? DomainFeatures.REBOOT_ACPI : DomainFeatures.REBOOT_AGENT;
    backends.lifecycle().reboot(checked("domain.reboot", feature), mode);
  }

  /**
   * Presses the reset button: the guest is not asked, and loses what it had not written (libvirt's
   * {@code virDomainReset}, QMP's {@code system_reset}).
   *
   * @throws io.kvmsdk.error.InvalidStateException if it is off; nothing was changed
   */
  public void reset() {
    backends.lifecycle().reset(checked("domain.reset", DomainFeatures.RESET));
  }

  /**
   * Stops the guest's vCPUs; memory and devices stay (libvirt's {@code virDomainSuspend}, QMP's
   * {@code stop}). Returns when it stands still; a guest that does already is left so.
   *
   * @throws io.kvmsdk.error.InvalidStateException if it is off; nothing was changed
   */
  public void suspend() {
    backends.lifecycle().suspend(checked("domain.suspend", DomainFeatures.SUSPEND));
  }

  /**
   * Lets the guest's vCPUs go on (libvirt's {@code virDomainResume}, QMP's {@code cont}). Returns
   * when it runs; a guest that does already is left so.
   *
   * @throws io.kvmsdk.error.InvalidStateException if it is off; nothing was changed
   */
  public void resume() {
    backends.lifecycle().resume(checked("domain.resume", DomainFeatures.SUSPEND));
  }

  /**
   * Pulls the plug: the guest is not asked, and loses what it had not written (libvirt's {@code
   * virDomainDestroy}). Returns when the hypervisor's process is gone.
   *
   * @throws io.kvmsdk.error.InvalidStateException if it is off; nothing was changed
   */
  public void destroy() {
    backends.lifecycle().destroy(call("domain.destroy"));
  }

  /**
   * Forgets the definition (libvirt's {@code virDomainUndefineFlags}). A running machine goes on
   * and becomes transient. Disks are not touched.
   *
   * @throws io.kvmsdk.error.InvalidStateException if it is transient; nothing was changed
   */
  public void undefine() {
    backends.lifecycle().undefine(checked("domain.undefine", DomainFeatures.DEFINE));
  }

  /** What the hypervisor says of it now. */
  public DomainInfo info() {
    return backends.lifecycle().info(call("domain.info"));
  }

  /** Whether it is off, running, paused, ...: {@code info().state()}. */
  public DomainState state() {
    return info().state();
  }

  /**
   * What the running machine is, with all that the hypervisor chose (addresses, aliases, ports); of
   * a machine that is off, its definition. Secrets are left out.
   */
  public DomainDefinition definition() {
    return backends.lifecycle().definition(call("domain.definition"));
  }

  /**
   * What the next start will use. Secrets are left out.
   *
   * @throws io.kvmsdk.error.InvalidStateException if it is transient
   */
  public DomainDefinition inactiveDefinition() {
    return backends.lifecycle().inactiveDefinition(call("domain.inactive-definition"));
  }

  /**
   * Whether it is started with the host.
   *
   * @throws io.kvmsdk.error.InvalidStateException if it is transient
   */
  public boolean autostart() {
    return backends.lifecycle().autostart(checked("domain.autostart", DomainFeatures.AUTOSTART));
  }

  /**
   * Says whether it is started with the host: by libvirt's daemon when that starts first after a
   * boot; by the direct backend at the first connection after a boot.
   *
   * @throws io.kvmsdk.error.InvalidStateException if it is transient; nothing was changed
   */
  public void setAutostart(boolean autostart) {
    backends
        .lifecycle()
        .setAutostart(checked("domain.set-autostart", DomainFeatures.AUTOSTART), autostart);
  }

  private DomainCall call(String operation) {
    return DomainCall.within(timeout, operation, ref);
  }

  private DomainCall checked(String operation, Feature feature) {
    DomainCall call = call(operation);
    backends.probe().require(call, feature);
    return call;
  }

  @Override
  public String toString() {
    return ref + " (" + ref.uuid() + ")";
  }
}
