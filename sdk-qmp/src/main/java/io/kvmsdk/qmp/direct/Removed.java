package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.call.Call;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.network.NetworkInterface;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clears away what stood behind a device that the guest has let go of. */
final class Removed {

  private Removed() {}

  /** A device is gone: its back end follows, and the machine's definition forgets it. */
  static void clear(Call call, Machine machine, String device) {
    Optional<Disk> disk = find(machine.live().disks(), device);
    Optional<NetworkInterface> card = find(machine.live().interfaces(), device);
    if (disk.isPresent()) {
      DiskPlug.removeNodes(call, machine.monitor(), machine.live(), disk.get());
      machine.changed(live -> live.withDisks(without(live.disks(), device)));
    } else if (card.isPresent()) {
      QmpInterfaces.removeNetdev(call, machine.monitor(), card.get());
      machine.changed(live -> live.withInterfaces(without(live.interfaces(), device)));
    } else if (QmpCpus.isVcpu(device)) {
      QmpCpus.keep(call, machine);
    }
  }

  /** Clears away after what went while nobody listened. */
  static void catchUp(Call call, Machine machine) {
    Set<String> there = new HashSet<>();
    for (JsonNode child :
        machine
            .monitor()
            .ask(
                call,
                "qom-list",
                JsonNodeFactory.instance.objectNode().put("path", "/machine/peripheral"))) {
      there.add(child.path("name").asText());
    }
    machine.live().disks().stream()
        .flatMap(disk -> disk.alias().stream())
        .filter(alias -> !there.contains(alias))
        .forEach(alias -> clear(call, machine, alias));
    machine.live().interfaces().stream()
        .flatMap(card -> card.alias().stream())
        .filter(alias -> !there.contains(alias))
        .forEach(alias -> clear(call, machine, alias));
    QmpCpus.keep(call, machine);
  }

  private static <D extends Device> Optional<D> find(List<D> devices, String alias) {
    return devices.stream()
        .filter(device -> device.alias().filter(alias::equals).isPresent())
        .findFirst();
  }

  private static <D extends Device> List<D> without(List<D> devices, String alias) {
    return devices.stream()
        .filter(device -> device.alias().filter(alias::equals).isEmpty())
        .toList();
  }
}
