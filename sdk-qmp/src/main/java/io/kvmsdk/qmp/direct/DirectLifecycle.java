package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.DomainInfo;
import io.kvmsdk.domain.LifecycleBackend;
import io.kvmsdk.domain.ShutdownMode;
import io.kvmsdk.domain.StartMode;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.memory.MemoryInfo;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.LifecycleKind;
import io.kvmsdk.event.LifecycleReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Defines, starts, stops and shows the domains of a state directory. */
final class DirectLifecycle implements LifecycleBackend {

  private static final Logger LOG = LoggerFactory.getLogger(DirectLifecycle.class);

  private final DirectDomains domains;
  private final Starter starter;

  DirectLifecycle(DirectDomains domains, Starter starter) {
    this.domains = domains;
    this.starter = starter;
  }

  @Override
  public DomainRef define(Call call, DomainDefinition definition) {
    domains.check(call);
    starter.check(definition);
    Claim claim = claim(call, definition);
    DirectDomain domain = claim.domain();
    try (Turn.Taken taken = claim.turn()) {
      LifecycleReason reason =
          domain.config().isPresent() ? LifecycleReason.UPDATED : LifecycleReason.ADDED;
      try {
        domain.folder().create(call.context());
        domain.saveConfig(call, definition.withUuid(domain.ref().uuid()));
      } finally {
        discardIfNothing(call, domain);
      }
      publish(domain, LifecycleKind.DEFINED, reason);
      return domain.ref();
    }
  }

  @Override
  public DomainRef create(Call call, DomainDefinition definition, StartMode mode) {
    Claim claim = claim(call, definition);
    DirectDomain domain = claim.domain();
    try (Turn.Taken taken = claim.turn()) {
      if (domain.running().isPresent()) {
        throw new AlreadyExistsException(call.context(), domain.ref() + " runs already");
      }
      try {
        domain.folder().create(call.context());
        starter.start(
            new DomainCall(call.operation(), domain.ref(), call.deadline()),
            domain,
            definition.withUuid(domain.ref().uuid()),
            mode);
      } finally {
        discardIfNothing(call, domain);
      }
      return domain.ref();
    }
  }

  /** A domain, and the turn to change it. */
  private record Claim(DirectDomain domain, Turn.Taken turn) {}

  private Claim claim(Call call, DomainDefinition definition) {
    while (true) {
      DirectDomain domain = domains.claim(call, definition.name(), definition.uuid());
      try {
        return new Claim(domain, domain.take(call));
      } catch (NotFoundException e) {
        LOG.debug("{} went while it was waited for, and is made anew", domain.ref(), e);
      }
    }
  }

  /** Nothing came of a domain: nothing of it is left. */
  private static void discardIfNothing(Call call, DirectDomain domain) {
    if (!domain.exists()) {
      domain.forget();
      try {
        domain.folder().delete(call.context());
      } catch (HypervisorException e) {
        LOG.warn("{} stays, and is of no use", domain.folder(), e);
      }
    }
  }

  @Override
  public List<DomainRef> list(Call call) {
    domains.check(call);
    return domains.all().stream().map(DirectDomain::ref).toList();
  }

  @Override
  public Optional<DomainRef> find(Call call, String name) {
    return list(call).stream().filter(ref -> ref.name().equals(name)).findFirst();
  }

  @Override
  public Optional<DomainRef> find(Call call, UUID uuid) {
    domains.check(call);
    return domains.find(uuid).map(DirectDomain::ref);
  }

  @Override
  public void start(DomainCall call, StartMode mode) {
    DirectDomain domain = domains.require(call);
    try (Turn.Taken taken = domain.take(call.asCall())) {
      if (domain.running().isPresent()) {
        throw new InvalidStateException(call.context(), "shutoff", domain.state().state().value());
      }
      starter.start(call, domain, domain.requireConfig(call), mode);
    }
  }

  @Override
  public void shutdown(DomainCall call, ShutdownMode mode) {
    DirectDomain domain = domains.require(call);
    PowerButton.shutdown(call.asCall(), domain.requireRunning(call), mode);
  }

  @Override
  public void reboot(DomainCall call, ShutdownMode mode) {
    DirectDomain domain = domains.require(call);
    PowerButton.reboot(call.asCall(), domain.requireRunning(call), mode);
  }

  @Override
  public void reset(DomainCall call) {
    MachineSwitches.reset(call.asCall(), domains.require(call).requireMachine(call));
  }

  @Override
  public void suspend(DomainCall call) {
    MachineSwitches.suspend(call.asCall(), domains.require(call).requireMachine(call));
  }

  @Override
  public void resume(DomainCall call) {
    MachineSwitches.resume(call.asCall(), domains.require(call).requireMachine(call));
  }

  @Override
  public void destroy(DomainCall call) {
    DirectDomain domain = domains.require(call);
    Running running =
        domain
            .running()
            .orElseThrow(() -> new InvalidStateException(call.context(), "active", "shutoff"));
    running.state().destroying();
    running.process().end(call);
    domain.end(running);
    PowerButton.awaitEnd(call.asCall(), running, "QEMU is gone, but not all is cleared up");
  }

  @Override
  public void undefine(DomainCall call) {
    DirectDomain domain = domains.require(call);
    try (Turn.Taken taken = domain.take(call.asCall())) {
      domain.requireConfig(call);
      if (domain.running().isPresent()) {
        domain
            .folder()
            .remove(
                call.context(),
                MachineFile.AUTOSTART,
                MachineFile.LAST_STATE,
                MachineFile.DEFINITION);
      } else {
        domain.folder().delete(call.context());
      }
      domain.config(null);
      if (!domain.exists()) {
        domain.forget();
      }
      publish(domain, LifecycleKind.UNDEFINED, LifecycleReason.REMOVED);
    }
  }

  private static void publish(DirectDomain domain, LifecycleKind kind, LifecycleReason reason) {
    domain.events().publish(new DomainLifecycleEvent(Instant.now(), domain.ref(), kind, reason));
  }

  @Override
  public DomainInfo info(DomainCall call) {
    DirectDomain domain = domains.require(call);
    if (domain.isUnresponsive(call.asCall())) {
      return info(domain, domain.lastKnown(call));
    }
    return domain.look(
        call,
        machine ->
            machine.isPresent()
                ? info(domain, machine.get().live(), QmpMemory.info(call.asCall(), machine.get()))
                : info(domain, domain.requireConfig(call)));
  }

  private static DomainInfo info(DirectDomain domain, DomainDefinition definition) {
    return info(domain, definition, QmpMemory.info(definition));
  }

  private static DomainInfo info(
      DirectDomain domain, DomainDefinition definition, MemoryInfo memory) {
    Optional<Running> running = domain.running();
    RunStates state = domain.state();
    return new DomainInfo(
        domain.ref(),
        state.state(),
        state.reason(),
        running.isPresent() ? Optional.empty() : domain.lastEnding().detail(),
        memory.maximum(),
        memory.current(),
        QmpCpus.vcpus(definition).online(),
        running.map(DirectLifecycle::cpuTime).orElse(Duration.ZERO),
        domain.config().isPresent());
  }

  @Override
  public DomainDefinition definition(DomainCall call) {
    return domains.require(call).current(call).withoutSecrets();
  }

  @Override
  public DomainDefinition inactiveDefinition(DomainCall call) {
    return domains.require(call).requireConfig(call).withoutSecrets();
  }

  @Override
  public boolean autostart(DomainCall call) {
    DirectDomain domain = domains.require(call);
    domain.requireConfig(call);
    return domain.folder().has(MachineFile.AUTOSTART);
  }

  @Override
  public void setAutostart(DomainCall call, boolean autostart) {
    DirectDomain domain = domains.require(call);
    try (Turn.Taken taken = domain.take(call.asCall())) {
      domain.requireConfig(call);
      if (autostart) {
        domain.folder().write(call.context(), MachineFile.AUTOSTART, "");
      } else {
        domain.folder().remove(call.context(), MachineFile.AUTOSTART);
      }
    }
  }

  private static Duration cpuTime(Running running) {
    return ProcessHandle.of(running.process().pid())
        .flatMap(handle -> handle.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }
}
