package io.kvmsdk.testkit;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.network.InterfaceBackend;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.units.MacAddress;

/** Network interfaces on a fake. */
final class FakeInterfaces implements InterfaceBackend {

  private final FakeConnection connection;

  FakeInterfaces(FakeConnection connection) {
    this.connection = connection;
  }

  @Override
  public void attach(DomainCall call, NetworkInterface card, Apply apply) {
    connection.call(
        call,
        (c, domain) ->
            domain.get(
                c,
                () -> {
                  MacAddress mac = card.mac().orElseThrow();
                  if (apply.live()) {
                    DomainDefinition live = domain.requireMachine(c).definition();
                    requireFree(c, live, mac);
                    FakeDisks.requireSlot(c, live, connection.host().settings());
                  }
                  if (apply.config()) {
                    requireFree(c, domain.requireConfig(c), mac);
                  }
                  if (apply.live()) {
                    FakeMachine machine = domain.requireMachine(c);
                    machine.change(Definitions.withPlugged(machine.definition(), card));
                  }
                  if (apply.config()) {
                    domain.configure(Definitions.withInterface(domain.requireConfig(c), card));
                  }
                  return true;
                }));
  }

  private static void requireFree(FakeCall call, DomainDefinition definition, MacAddress mac) {
    if (definition.networkInterface(mac).isPresent()) {
      throw new AlreadyExistsException(
          call.context(), "the MAC address " + mac + " is taken by another interface");
    }
  }

  @Override
  public void detach(DomainCall call, MacAddress mac, Apply apply) {
    connection.call(
        call,
        (c, domain) ->
            domain.get(
                c,
                () -> {
                  if (apply.live()) {
                    require(c, domain.requireMachine(c).definition(), mac);
                  }
                  if (apply.config()) {
                    require(c, domain.requireConfig(c), mac);
                  }
                  if (apply.live()) {
                    FakeMachine machine = domain.requireMachine(c);
                    FakeUnplug.await(
                        c,
                        domain,
                        machine,
                        "the guest has not let go of interface " + mac,
                        () ->
                            machine.change(
                                Definitions.withoutInterface(machine.definition(), mac)));
                  }
                  if (apply.config()) {
                    domain.configure(Definitions.withoutInterface(domain.requireConfig(c), mac));
                  }
                  return true;
                }));
  }

  private static void require(FakeCall call, DomainDefinition definition, MacAddress mac) {
    if (definition.networkInterface(mac).isEmpty()) {
      throw new NotFoundException(call.context(), "there is no interface with MAC address " + mac);
    }
  }
}
