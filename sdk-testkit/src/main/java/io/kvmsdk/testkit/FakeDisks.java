package io.kvmsdk.testkit;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskBackend;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.ResourcesExhaustedException;
import io.kvmsdk.units.ByteSize;
import java.util.function.BiFunction;

/** Disks on a fake. */
final class FakeDisks implements DiskBackend {

  private final FakeConnection connection;

  FakeDisks(FakeConnection connection) {
    this.connection = connection;
  }

  @Override
  public void attach(DomainCall call, Disk disk, Apply apply) {
    connection.call(
        call,
        (c, domain) -> {
          domain.get(c, () -> checkAttach(c, domain, disk, apply));
          ByteSize size =
              apply.live() ? FakeImages.size(c, connection.host().settings(), disk) : ByteSize.ZERO;
          return domain.get(
              c,
              () -> {
                checkAttach(c, domain, disk, apply);
                if (apply.live()) {
                  FakeMachine machine = domain.requireMachine(c);
                  machine.imageSize(disk.target(), size);
                  machine.change(Definitions.withPlugged(machine.definition(), disk));
                }
                if (apply.config()) {
                  domain.configure(Definitions.withDisk(domain.requireConfig(c), disk));
                }
                return true;
              });
        });
  }

  private boolean checkAttach(FakeCall call, FakeDomain domain, Disk disk, Apply apply) {
    if (apply.live()) {
      DomainDefinition live = domain.requireMachine(call).definition();
      requireFree(call, live, disk);
      requireSlot(call, live, connection.host().settings());
    }
    if (apply.config()) {
      requireFree(call, domain.requireConfig(call), disk);
    }
    return true;
  }

  private static void requireFree(FakeCall call, DomainDefinition definition, Disk disk) {
    if (definition.disk(disk.target()).isPresent()) {
      throw new AlreadyExistsException(
          call.context(), "the target " + disk.target() + " is taken by another disk");
    }
  }

  static void requireSlot(FakeCall call, DomainDefinition live, FakeSettings settings) {
    int taken = live.disks().size() + live.interfaces().size();
    if (taken >= settings.slots()) {
      throw new ResourcesExhaustedException(
          call.context(), "all of the machine's " + settings.slots() + " PCI slots are taken");
    }
  }

  @Override
  public void detach(DomainCall call, String target, Apply apply) {
    connection.call(
        call,
        (c, domain) ->
            domain.get(
                c,
                () -> {
                  if (apply.live()) {
                    require(c, domain.requireMachine(c).definition(), target);
                  }
                  if (apply.config()) {
                    require(c, domain.requireConfig(c), target);
                  }
                  if (apply.live()) {
                    FakeMachine machine = domain.requireMachine(c);
                    FakeUnplug.await(
                        c,
                        domain,
                        machine,
                        "the guest has not let go of disk " + target,
                        () ->
                            machine.change(Definitions.withoutDisk(machine.definition(), target)));
                  }
                  if (apply.config()) {
                    domain.configure(Definitions.withoutDisk(domain.requireConfig(c), target));
                  }
                  return true;
                }));
  }

  private static Disk require(FakeCall call, DomainDefinition definition, String target) {
    return definition
        .disk(target)
        .orElseThrow(
            () -> new NotFoundException(call.context(), "there is no disk with target " + target));
  }

  @Override
  public IoTune throttling(DomainCall call, String target) {
    return connection.call(
        call,
        (c, domain) ->
            domain.get(
                c, () -> require(c, domain.definition(c), target).ioTune().orElse(IoTune.NONE)));
  }

  @Override
  public void throttle(DomainCall call, String target, IoTune limits, Apply apply) {
    IoTune effective = Definitions.withoutZeroes(limits);
    connection.call(
        call,
        (c, domain) ->
            domain.get(
                c,
                () -> {
                  BiFunction<DomainDefinition, Disk, DomainDefinition> set =
                      (definition, disk) -> Definitions.withThrottling(definition, disk, effective);
                  if (apply.live()) {
                    require(c, domain.requireMachine(c).definition(), target);
                  }
                  if (apply.config()) {
                    require(c, domain.requireConfig(c), target);
                  }
                  if (apply.live()) {
                    FakeMachine machine = domain.requireMachine(c);
                    DomainDefinition live = machine.definition();
                    machine.change(set.apply(live, require(c, live, target)));
                  }
                  if (apply.config()) {
                    DomainDefinition config = domain.requireConfig(c);
                    domain.configure(set.apply(config, require(c, config, target)));
                  }
                  return true;
                }));
  }
}
