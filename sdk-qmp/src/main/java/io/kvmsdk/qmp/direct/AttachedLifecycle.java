package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.DomainFeatures;
import io.kvmsdk.domain.DomainInfo;
import io.kvmsdk.domain.LifecycleBackend;
import io.kvmsdk.domain.ShutdownMode;
import io.kvmsdk.domain.StartMode;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.memory.MemoryInfo;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stops and shows the one domain of a QEMU that somebody else started. */
final class AttachedLifecycle implements LifecycleBackend {

  private final AttachedDomain domain;

  AttachedLifecycle(AttachedDomain domain) {
    this.domain = domain;
  }

  @Override
  public DomainRef define(Call call, DomainDefinition definition) {
    throw refused(call);
  }

  @Override
  public DomainRef create(Call call, DomainDefinition definition, StartMode mode) {
    throw refused(call);
  }

  private static UnsupportedFeatureException refused(Call call) {
    return new UnsupportedFeatureException(
        call.context(), DomainFeatures.DEFINE, AttachedProbe.ONE_QEMU);
  }

  @Override
  public List<DomainRef> list(Call call) {
    domain.check(call);
    return domain.isThere() ? List.of(domain.ref()) : List.of();
  }

  @Override
  public Optional<DomainRef> find(Call call, String name) {
    return list(call).stream().filter(ref -> ref.name().equals(name)).findFirst();
  }

  @Override
  public Optional<DomainRef> find(Call call, UUID uuid) {
    return list(call).stream().filter(ref -> ref.uuid().equals(uuid)).findFirst();
  }

  @Override
  public void start(DomainCall call, StartMode mode) {
    throw new InvalidStateException(call.context(), "shutoff", "active");
  }

  @Override
  public void shutdown(DomainCall call, ShutdownMode mode) {
    machine(call).monitor().ask(call.asCall(), "system_powerdown");
    domain.awaitEnd(call.asCall());
  }

  @Override
  public void reboot(DomainCall call, ShutdownMode mode) {
    throw new UnsupportedFeatureException(
        call.context(), DomainFeatures.REBOOT_ACPI, AttachedProbe.NO_REBOOT);
  }

  @Override
  public void reset(DomainCall call) {
    MachineSwitches.reset(call.asCall(), machine(call));
  }

  @Override
  public void suspend(DomainCall call) {
    MachineSwitches.suspend(call.asCall(), machine(call));
  }

  @Override
  public void resume(DomainCall call) {
    MachineSwitches.resume(call.asCall(), machine(call));
  }

  private Machine machine(DomainCall call) {
    return domain.require(call).machine();
  }

  @Override
  public void destroy(DomainCall call) {
    Machine machine = machine(call);
    machine.state().destroying();
    machine.monitor().ask(call.asCall(), "quit");
    domain.awaitEnd(call.asCall());
  }

  @Override
  public void undefine(DomainCall call) {
    domain.require(call).requireConfig(call);
  }

  @Override
  public DomainInfo info(DomainCall call) {
    Machine machine = machine(call);
    RunStates state = machine.state().current();
    MemoryInfo memory = QmpMemory.info(call.asCall(), machine);
    return new DomainInfo(
        domain.ref(),
        state.state(),
        state.reason(),
        Optional.empty(),
        memory.maximum(),
        memory.current(),
        QmpCpus.vcpus(machine.live()).online(),
        Duration.ZERO,
        false);
  }

  @Override
  public DomainDefinition definition(DomainCall call) {
    return new AttachedFacts(call.asCall(), machine(call).monitor()).definition(domain.ref());
  }

  @Override
  public DomainDefinition inactiveDefinition(DomainCall call) {
    return domain.require(call).requireConfig(call);
  }

  @Override
  public boolean autostart(DomainCall call) {
    return !domain.require(call).requireConfig(call).name().isEmpty();
  }

  @Override
  public void setAutostart(DomainCall call, boolean autostart) {
    domain.require(call).requireConfig(call);
  }
}
