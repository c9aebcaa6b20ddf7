package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskBackend;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Disks, by QMP's {@code blockdev-add}, {@code device_add} and their opposites. */
final class QmpDisks implements DiskBackend {

  private final QmpDomains domains;

  QmpDisks(QmpDomains domains) {
    this.domains = domains;
  }

  @Override
  public void attach(DomainCall call, Disk disk, Apply apply) {
    Change.apply(
        domains.require(call),
        call,
        apply,
        definition -> {
          checkFree(call, definition, disk);
          return definition.withDisks(with(definition.disks(), disk));
        },
        machine -> {
          checkFree(call, machine.live(), disk);
          DiskPlug.plug(call.asCall(), machine, disk);
        });
  }

  private static List<Disk> with(List<Disk> disks, Disk disk) {
    List<Disk> more = new ArrayList<>(disks);
    more.add(disk);
    return more;
  }

  private static void checkFree(DomainCall call, DomainDefinition definition, Disk disk) {
    if (definition.disk(disk.target()).isPresent()) {
      throw new AlreadyExistsException(
          call.context(), "there is a disk " + disk.target() + " already");
    }
  }

  @Override
  public void detach(DomainCall call, String target, Apply apply) {
    Change.apply(
        domains.require(call),
        call,
        apply,
        definition -> {
          find(call.asCall(), definition, target);
          return definition.withDisks(
              definition.disks().stream().filter(disk -> !disk.target().equals(target)).toList());
        },
        machine -> {
          String alias = alias(call.asCall(), machine, target);
          machine.hotPlug().remove(call.asCall(), alias, "disk " + target);
        });
  }

  private static Disk find(Call call, DomainDefinition definition, String target) {
    return definition
        .disk(target)
        .orElseThrow(() -> new NotFoundException(call.context(), "there is no disk " + target));
  }

  private static String alias(Call call, Machine machine, String target) {
    return find(call, machine.live(), target).alias().orElseThrow();
  }

  @Override
  public IoTune throttling(DomainCall call, String target) {
    QmpDomain domain = domains.require(call);
    return domain.look(
        call,
        machine ->
            machine.isPresent()
                ? throttling(call.asCall(), machine.get(), target)
                : throttling(call.asCall(), domain.requireConfig(call), target));
  }

  private static IoTune throttling(Call call, Machine machine, String target) {
    return Throttle.get(call, machine.monitor(), alias(call, machine, target));
  }

  private static IoTune throttling(Call call, DomainDefinition definition, String target) {
    return Throttle.normal(find(call, definition, target).ioTune().orElse(IoTune.NONE));
  }

  @Override
  public void throttle(DomainCall call, String target, IoTune limits, Apply apply) {
    IoTune normal = Throttle.normal(limits);
    Change.apply(
        domains.require(call),
        call,
        apply,
        definition -> throttled(call.asCall(), definition, target, normal),
        machine -> {
          String alias = alias(call.asCall(), machine, target);
          Throttle.set(call.asCall(), machine.monitor(), alias, normal);
          machine.changed(live -> throttled(call.asCall(), live, target, normal));
        });
  }

  private static DomainDefinition throttled(
      Call call, DomainDefinition definition, String target, IoTune limits) {
    find(call, definition, target);
    Optional<IoTune> kept = Optional.of(limits).filter(some -> !some.equals(IoTune.NONE));
    return definition.withDisks(
        definition.disks().stream()
            .map(disk -> disk.target().equals(target) ? disk.withIoTune(kept) : disk)
            .toList());
  }
}
