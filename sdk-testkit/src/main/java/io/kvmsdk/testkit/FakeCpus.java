package io.kvmsdk.testkit;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.cpu.CpuBackend;
import io.kvmsdk.domain.cpu.CpuInfo;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.InvalidDefinitionException;

/** vCPUs on a fake. */
final class FakeCpus implements CpuBackend {

  private static final String INFO = "domain.cpu.info";

  private final FakeConnection connection;

  FakeCpus(FakeConnection connection) {
    this.connection = connection;
  }

  @Override
  public CpuInfo info(DomainCall call) {
    // Also asked on behalf of setOnline, which then has no faults of its own used up.
    return call.operation().equals(INFO)
        ? connection.call(call, FakeCpus::info)
        : connection.ask(call, FakeCpus::info);
  }

  private static CpuInfo info(FakeCall call, FakeDomain domain) {
    return domain.get(
        call,
        () -> {
          DomainDefinition definition = domain.definition(call);
          return new CpuInfo(
              Definitions.onlineCpus(definition), Definitions.maximumCpus(definition));
        });
  }

  @Override
  public void setOnline(DomainCall call, int count, Apply apply) {
    connection.call(
        call,
        (c, domain) ->
            domain.get(
                c,
                () -> {
                  if (apply.live()) {
                    requireRoom(c, domain.requireMachine(c).definition(), count);
                  }
                  if (apply.config()) {
                    requireRoom(c, domain.requireConfig(c), count);
                  }
                  if (apply.live()) {
                    setLive(c, domain, domain.requireMachine(c), count);
                  }
                  if (apply.config()) {
                    domain.configure(Definitions.withOnlineCpus(domain.requireConfig(c), count));
                  }
                  return true;
                }));
  }

  private static void requireRoom(FakeCall call, DomainDefinition definition, int count) {
    int maximum = Definitions.maximumCpus(definition);
    if (count > maximum) {
      throw new InvalidDefinitionException(
          call.context(),
          "domain/vcpu/@current",
          Integer.toString(count),
          "no more than the maximum of " + maximum);
    }
  }

  private static void setLive(FakeCall call, FakeDomain domain, FakeMachine machine, int count) {
    if (count >= machine.onlineCpus()) {
      machine.change(Definitions.withOnlineCpus(machine.definition(), count));
    } else {
      FakeUnplug.await(
          call,
          domain,
          machine,
          "the guest has not let go of its vCPUs",
          () -> machine.change(Definitions.withOnlineCpus(machine.definition(), count)));
    }
  }
}
