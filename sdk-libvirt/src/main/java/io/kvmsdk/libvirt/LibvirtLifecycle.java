package io.kvmsdk.libvirt;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.DomainInfo;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.LifecycleBackend;
import io.kvmsdk.domain.ShutdownMode;
import io.kvmsdk.domain.StartMode;
import io.kvmsdk.domain.StateReason;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.libvirt.jna.virDomainInfo;

/** {@code virDomainDefineXMLFlags}, {@code virDomainCreate}, {@code virDomainGetState}, ... */
final class LibvirtLifecycle implements LifecycleBackend {

  /** {@code virDomainUndefineFlagsValues}. */
  private static final int UNDEFINE_MANAGED_SAVE = 1;

  private static final int UNDEFINE_SNAPSHOTS_METADATA = 2;
  private static final int UNDEFINE_NVRAM = 4;
  private static final int UNDEFINE_CHECKPOINTS_METADATA = 16;

  private final LibvirtCalls calls;
  private final Driver driver;
  private final QemuLog log;
  private final LibvirtDefinitions definitions;
  private final LibvirtStops stops;

  LibvirtLifecycle(LibvirtCalls calls, LibvirtEvents events, Driver driver, QemuLog log) {
    this.calls = calls;
    this.driver = driver;
    this.log = log;
    this.definitions = new LibvirtDefinitions(calls, driver);
    this.stops = new LibvirtStops(calls, events, driver);
  }

  @Override
  public DomainRef define(Call call, DomainDefinition definition) {
    return definitions.define(call, definition);
  }

  @Override
  public DomainRef create(Call call, DomainDefinition definition, StartMode mode) {
    return definitions.create(call, definition, mode);
  }

  @Override
  public List<DomainRef> list(Call call) {
    return calls.read(call, NativeConnection::domains);
  }

  @Override
  public Optional<DomainRef> find(Call call, String name) {
    return calls.read(call, connection -> ref(connection.find(name)));
  }

  @Override
  public Optional<DomainRef> find(Call call, UUID uuid) {
    return calls.read(call, connection -> ref(connection.find(uuid)));
  }

  private static Optional<DomainRef> ref(Optional<NativeDomain> found) throws NativeFailure {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (NativeDomain domain = found.get()) {
      return Optional.of(domain.ref());
    }
  }

  @Override
  public void start(DomainCall call, StartMode mode) {
    boolean inOneStep = !driver.isTest(); // whose guests do not run anyway
    steer(
        call,
        "shutoff",
        state -> !state.isActive(),
        domain -> {
          boolean paused = mode == StartMode.PAUSED;
          domain.start(paused && inOneStep ? NativeDomain.START_PAUSED : 0);
          if (paused && !inOneStep) {
            domain.suspend();
          }
        });
  }

  @Override
  public void shutdown(DomainCall call, ShutdownMode mode) {
    stops.shutdown(call, mode);
  }

  @Override
  public void reboot(DomainCall call, ShutdownMode mode) {
    stops.reboot(call, mode);
  }

  @Override
  public void reset(DomainCall call) {
    steer(call, "running or paused", DomainState::isActive, NativeDomain::reset);
  }

  @Override
  public void suspend(DomainCall call) {
    steer(
        call,
        "running or paused",
        DomainState::isActive,
        domain -> {
          if (!domain.state().state().equals(DomainState.PAUSED)) {
            domain.suspend();
          }
        });
  }

  @Override
  public void resume(DomainCall call) {
    steer(
        call,
        "paused or running",
        state -> state.equals(DomainState.PAUSED) || state.equals(DomainState.RUNNING),
        domain -> {
          if (!domain.state().state().equals(DomainState.RUNNING)) {
            domain.resume();
          }
        });
  }

  @Override
  public void destroy(DomainCall call) {
    calls.rescue(
        call,
        domain -> steer(call, domain, "running", DomainState::isActive, NativeDomain::destroy));
  }

  private void steer(
      DomainCall call,
      String expected,
      Predicate<DomainState> allowed,
      LibvirtCalls.DomainAction action) {
    calls.change(call, domain -> steer(call, domain, expected, allowed, action));
  }

  /** Does it in a state that allows it; says which state did not. */
  private static void steer(
      DomainCall call,
      NativeDomain domain,
      String expected,
      Predicate<DomainState> allowed,
      LibvirtCalls.DomainAction action)
      throws NativeFailure {
    require(call, domain, expected, allowed);
    try {
      action.run(domain);
    } catch (NativeFailure e) {
      if (e.is(ErrorCodes.OPERATION_INVALID, ErrorCodes.INTERNAL_ERROR) && !e.connectionLost()) {
        require(call, domain, expected, allowed); // somebody else was faster
      }
      throw e;
    }
  }

  private static void require(
      DomainCall call, NativeDomain domain, String expected, Predicate<DomainState> allowed)
      throws NativeFailure {
    DomainState state = domain.state().state();
    if (!allowed.test(state)) {
      throw new InvalidStateException(call.context(), expected, state.value());
    }
  }

  /**
   * What libvirt itself keeps for a definition goes with it: a saved state, the metadata of
   * snapshots and checkpoints, the variables of its firmware. libvirt refuses to undefine a domain
   * that has any of them unless it is told so, and a later domain of that name would inherit what
   * was left.
   */
  @Override
  public void undefine(DomainCall call) {
    int flags = UNDEFINE_MANAGED_SAVE | UNDEFINE_SNAPSHOTS_METADATA;
    if (driver.isQemu()) {
      flags |= UNDEFINE_NVRAM;
      flags |= driver.libvirt().atLeast(5, 6) ? UNDEFINE_CHECKPOINTS_METADATA : 0;
    }
    int all = flags;
    calls.change(
        call,
        domain -> {
          LibvirtCalls.requirePersistent(call, domain);
          domain.undefine(all);
        });
  }

  @Override
  public DomainInfo info(DomainCall call) {
    return calls.read(
        call,
        domain -> {
          NativeDomain.State state = domain.state();
          virDomainInfo info = domain.info();
          DomainRef ref = domain.ref();
          StateReason reason = States.reason(state.stateCode(), state.reasonCode());
          boolean active = state.state().isActive();
          boolean died =
              !active && (reason.equals(StateReason.CRASHED) || reason.equals(StateReason.FAILED));
          return new DomainInfo(
              ref,
              state.state(),
              reason,
              died ? log.end(ref.name()) : Optional.empty(),
              ByteSize.kibibytes(info.maxMem.longValue()),
              ByteSize.kibibytes(info.memory.longValue()),
              info.nrVirtCpu,
              active ? Duration.ofNanos(info.cpuTime) : Duration.ZERO,
              domain.persistent());
        });
  }

  @Override
  public DomainDefinition definition(DomainCall call) {
    return DomainDefinition.fromXml(calls.read(call, domain -> domain.xml(0)));
  }

  @Override
  public DomainDefinition inactiveDefinition(DomainCall call) {
    return DomainDefinition.fromXml(
        calls.read(
            call,
            domain -> {
              LibvirtCalls.requirePersistent(call, domain);
              return domain.xml(NativeDomain.XML_INACTIVE);
            }));
  }

  @Override
  public boolean autostart(DomainCall call) {
    return calls.read(
        call,
        domain -> {
          LibvirtCalls.requirePersistent(call, domain);
          return domain.autostart();
        });
  }

  @Override
  public void setAutostart(DomainCall call, boolean autostart) {
    calls.change(
        call,
        domain -> {
          LibvirtCalls.requirePersistent(call, domain);
          domain.setAutostart(autostart);
        });
  }
}
