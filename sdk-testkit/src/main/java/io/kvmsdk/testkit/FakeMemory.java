package io.kvmsdk.testkit;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.memory.MemoryBackend;
import io.kvmsdk.domain.memory.MemoryInfo;
import io.kvmsdk.error.ConflictException;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.units.ByteSize;

/** Memory on a fake. */
final class FakeMemory implements MemoryBackend {

  private static final long PAGE = 4096;

  private final FakeConnection connection;

  FakeMemory(FakeConnection connection) {
    this.connection = connection;
  }

  @Override
  public MemoryInfo info(DomainCall call) {
    return connection.call(
        call,
        (c, domain) ->
            domain.get(
                c,
                () ->
                    new MemoryInfo(
                        Definitions.memory(domain.definition(c)), domain.info(c).memory())));
  }

  @Override
  public void balloonTo(DomainCall call, ByteSize size, Apply apply) {
    ByteSize pages = ByteSize.bytes(Math.max(PAGE, size.bytes() / PAGE * PAGE));
    connection.call(
        call,
        (c, domain) ->
            domain.get(
                c,
                () -> {
                  if (apply.live()) {
                    requireRoom(c, domain.requireMachine(c).definition(), size);
                  }
                  if (apply.config()) {
                    requireRoom(c, domain.requireConfig(c), size);
                  }
                  if (apply.live()) {
                    balloon(c, domain, domain.requireMachine(c), pages);
                  }
                  if (apply.config()) {
                    domain.configure(Definitions.withCurrentMemory(domain.requireConfig(c), size));
                  }
                  return true;
                }));
  }

  private static void requireRoom(FakeCall call, DomainDefinition definition, ByteSize size) {
    ByteSize maximum = Definitions.memory(definition);
    if (size.compareTo(maximum) > 0) {
      throw new InvalidDefinitionException(
          call.context(),
          "domain/currentMemory",
          size.toString(),
          "no more than the memory of " + maximum);
    }
  }

  private static void balloon(
      FakeCall call, FakeDomain domain, FakeMachine machine, ByteSize size) {
    machine.balloonTo(size);
    boolean there =
        domain
            .monitor()
            .await(
                call,
                () ->
                    machine.balloon().equals(size)
                        || !machine.balloonTarget().equals(size)
                        || !domain.runs(machine));
    if (!there) {
      throw call.late(
          Outcome.UNKNOWN, "the guest has " + machine.balloon() + " and is on its way to " + size);
    }
    if (!domain.runs(machine)) {
      throw new InvalidStateException(
          call.context().withOutcome(Outcome.UNKNOWN), "running", "off: the machine stopped");
    }
    if (!machine.balloonTarget().equals(size)) {
      throw new ConflictException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "another call set the balloon to " + machine.balloonTarget());
    }
  }
}
