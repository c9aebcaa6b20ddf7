package io.kvmsdk.testkit;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.DomainInfo;
import io.kvmsdk.domain.LifecycleBackend;
import io.kvmsdk.domain.ShutdownMode;
import io.kvmsdk.domain.StartMode;
import io.kvmsdk.domain.StateReason;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.event.LifecycleReason;
import io.kvmsdk.units.ByteSize;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Defining, starting, stopping and looking, on a fake. */
final class FakeLifecycle implements LifecycleBackend {

  private final FakeConnection connection;
  private final FakeHost host;

  FakeLifecycle(FakeConnection connection) {
    this.connection = connection;
    this.host = connection.host();
  }

  @Override
  public DomainRef define(Call call, DomainDefinition definition) {
    return connection.call(
        call,
        c -> {
          Definitions.check(c, definition);
          return register(
              c, definition, domain -> domain.define(definition.withUuid(domain.ref().uuid())));
        });
  }

  @Override
  public DomainRef create(Call call, DomainDefinition definition, StartMode mode) {
    return connection.call(
        call,
        c -> {
          Definitions.check(c, definition);
          Map<String, ByteSize> images = FakeImages.sizes(c, host.settings(), definition);
          FakeConsole console = console(c, definition);
          return register(
              c,
              definition,
              domain -> {
                if (domain.isActive() || domain.isPersistent()) {
                  throw new AlreadyExistsException(
                      c.context(), "there is a domain " + domain.ref().name());
                }
                DomainDefinition named = definition.withUuid(domain.ref().uuid());
                launch(domain, named, console, images, mode);
              });
        });
  }

  /** Does something with the domain that a definition means, and sees to it that it is listed. */
  private DomainRef register(
      FakeCall call, DomainDefinition definition, Consumer<FakeDomain> action) {
    return host.register(() -> {
      while (true) {
        FakeDomain domain = claim(call, definition);
        boolean there =
            domain
                .monitor()
                .get(() -> {
                  if (!domain.isGone()) { // it may have stopped meanwhile, and be gone
                    action.accept(domain);
                    host.add(domain);
                  }
                  return !domain.isGone();
                });
        if (there) {
          return domain.ref();
        }
      }
    });
  }

  /** The domain that a definition means: one that is there, or a new one. */
  private FakeDomain claim(FakeCall call, DomainDefinition definition) {
    String name = definition.name();
    Optional<FakeDomain> named = host.find(name);
    Optional<FakeDomain> identified = definition.uuid().flatMap(host::find);
    if (named.isPresent() && definition.uuid().isPresent() && !named.equals(identified)) {
      throw new AlreadyExistsException(
          call.context(),
          "the name " + name + " belongs to the domain of UUID " + named.get().ref().uuid());
    }
    if (identified.isPresent() && !identified.equals(named)) {
      throw new AlreadyExistsException(
          call.context(), "the UUID belongs to the domain named " + identified.get().ref().name());
    }
    return named.orElseGet(() -> {
      UUID uuid = definition.uuid().orElseGet(UUID::randomUUID);
      return new FakeDomain(host, new DomainRef(uuid, name));
    });
  }

  @Override
  public List<DomainRef> list(Call call) {
    return connection.call(call, c -> host.all().stream().map(FakeDomain::ref).toList());
  }

  @Override
  public Optional<DomainRef> find(Call call, String name) {
    return connection.call(call, c -> host.find(name).map(FakeDomain::ref));
  }

  @Override
  public Optional<DomainRef> find(Call call, UUID uuid) {
    return connection.call(call, c -> host.find(uuid).map(FakeDomain::ref));
  }

  @Override
  public void start(DomainCall call, StartMode mode) {
    connection.call(
        call,
        (c, domain) -> {
          DomainDefinition definition =
              domain.get(
                  c,
                  () -> {
                    requireOff(c, domain);
                    return domain.requireConfig(c);
                  });
          Map<String, ByteSize> images = FakeImages.sizes(c, host.settings(), definition);
          FakeConsole console = console(c, definition);
          return domain.get(
              c,
              () -> {
                requireOff(c, domain);
                launch(domain, domain.requireConfig(c), console, images, mode);
                return true;
              });
        });
  }

  private static void requireOff(FakeCall call, FakeDomain domain) {
    if (domain.isActive()) {
      throw new InvalidStateException(call.context(), "shutoff", domain.info(call).state().value());
    }
  }

  private static FakeConsole console(FakeCall call, DomainDefinition definition) {
    try {
      return FakeConsole.open(Definitions.serialFiles(definition));
    } catch (IOException e) {
      throw new OperationFailedException(
          call.context(), "a serial port's file cannot be written: " + e, e);
    }
  }

  private void launch(
      FakeDomain domain,
      DomainDefinition definition,
      FakeConsole console,
      Map<String, ByteSize> images,
      StartMode mode) {
    DomainDefinition chosen = Definitions.withChoices(definition, host.nextId());
    domain.start(new FakeMachine(host, domain, chosen, console, images), mode == StartMode.PAUSED);
  }

  @Override
  public void shutdown(DomainCall call, ShutdownMode mode) {
    connection.call(
        call,
        (c, domain) ->
            domain.get(
                c,
                () -> {
                  FakeMachine machine = domain.requireRunning(c);
                  ask(c, machine, mode, "poweroff", () -> domain.guestShutDown(machine));
                  if (!domain.monitor().await(c, () -> !domain.runs(machine))) {
                    throw c.late(Outcome.UNKNOWN, "the guest was asked and has not shut down");
                  }
                  return true;
                }));
  }

  @Override
  public void reboot(DomainCall call, ShutdownMode mode) {
    connection.call(
        call,
        (c, domain) ->
            domain.get(
                c,
                () -> {
                  FakeMachine machine = domain.requireRunning(c);
                  int resets = machine.resets();
                  ask(c, machine, mode, "reboot", () -> domain.reset(machine));
                  if (!domain
                      .monitor()
                      .await(c, () -> machine.resets() > resets || !domain.runs(machine))) {
                    throw c.late(Outcome.UNKNOWN, "the guest was asked and has not rebooted");
                  }
                  return true;
                }));
  }

  private static void ask(
      FakeCall call, FakeMachine machine, ShutdownMode mode, String how, Runnable end) {
    if (mode == ShutdownMode.ACPI) {
      machine.os().pressPowerButton(end);
      return;
    }
    if (machine.os().agent() != FakeGuest.Agent.ANSWERS
        || !machine.os().isUp()
        || !Definitions.hasAgentChannel(machine.definition())) {
      throw new AgentUnavailableException(call.context(), "no agent answers in the guest");
    }
    machine.os().shutDown(how, end);
  }

  @Override
  public void reset(DomainCall call) {
    change(call, (c, domain) -> domain.reset(domain.requireMachine(c)));
  }

  @Override
  public void suspend(DomainCall call) {
    change(call, (c, domain) -> domain.suspend(c));
  }

  @Override
  public void resume(DomainCall call) {
    change(call, (c, domain) -> domain.resume(c));
  }

  @Override
  public void destroy(DomainCall call) {
    change(
        call,
        (c, domain) -> {
          domain.requireMachine(c);
          domain.stop(StateReason.DESTROYED, LifecycleReason.DESTROYED, Optional.empty());
        });
  }

  @Override
  public void undefine(DomainCall call) {
    change(call, (c, domain) -> domain.undefine(c));
  }

  @Override
  public DomainInfo info(DomainCall call) {
    return read(call, (c, domain) -> domain.info(c));
  }

  @Override
  public DomainDefinition definition(DomainCall call) {
    return read(call, (c, domain) -> domain.definition(c).withoutSecrets());
  }

  @Override
  public DomainDefinition inactiveDefinition(DomainCall call) {
    return read(call, (c, domain) -> domain.requireConfig(c).withoutSecrets());
  }

  @Override
  public boolean autostart(DomainCall call) {
    return read(call, (c, domain) -> domain.autostart(c));
  }

  @Override
  public void setAutostart(DomainCall call, boolean autostart) {
    change(call, (c, domain) -> domain.setAutostart(c, autostart));
  }

  private void change(DomainCall call, BiConsumer<FakeCall, FakeDomain> action) {
    read(
        call,
        (c, domain) -> {
          action.accept(c, domain);
          return true;
        });
  }

  private <T> T read(DomainCall call, BiFunction<FakeCall, FakeDomain, T> action) {
    return connection.call(call, (c, domain) -> domain.get(c, () -> action.apply(c, domain)));
  }
}
