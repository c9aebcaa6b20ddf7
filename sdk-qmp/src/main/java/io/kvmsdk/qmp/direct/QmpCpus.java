package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.call.Apply;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.cpu.CpuBackend;
import io.kvmsdk.domain.cpu.CpuInfo;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** vCPUs, by QMP's {@code query-hotpluggable-cpus}, {@code device_add} and {@code device_del}. */
final class QmpCpus implements CpuBackend {

  /** What the ids of vCPUs that are plugged while the machine runs begin with. */
  private static final String ID = "vcpu";

  /** Where QEMU keeps what was plugged with an id. */
  private static final String PLUGGED = "/machine/peripheral/";

  private final QmpDomains domains;

  QmpCpus(QmpDomains domains) {
    this.domains = domains;
  }

  /** The vCPUs of a definition. */
  static Vcpus vcpus(DomainDefinition definition) {
    return definition.vcpus().orElse(Vcpus.of(1));
  }

  /** Whether a device is a vCPU that was plugged while the machine ran. */
  static boolean isVcpu(String device) {
    return device.startsWith(ID);
  }

  @Override
  public CpuInfo info(DomainCall call) {
    QmpDomain domain = domains.require(call);
    return domain.look(
        call,
        machine ->
            machine.isPresent()
                ? info(call.asCall(), machine.get())
                : info(vcpus(domain.requireConfig(call))));
  }

  private static CpuInfo info(Vcpus vcpus) {
    return new CpuInfo(vcpus.online(), vcpus.maximum());
  }

  private static CpuInfo info(Call call, Machine machine) {
    List<Slot> slots = slots(call, machine);
    int online = (int) slots.stream().filter(Slot::taken).count();
    return new CpuInfo(online, slots.size());
  }

  @Override
  public void setOnline(DomainCall call, int count, Apply apply) {
    Change.apply(
        domains.require(call),
        call,
        apply,
        definition -> withOnline(call, definition, count),
        machine -> plug(call.asCall(), machine, count));
  }

  private static DomainDefinition withOnline(
      DomainCall call, DomainDefinition definition, int count) {
    Vcpus vcpus = vcpus(definition);
    checkMaximum(call.asCall(), count, vcpus.maximum());
    return definition.withVcpus(vcpus.toBuilder().current(count).build());
  }

  private static void checkMaximum(Call call, int count, int maximum) {
    if (count > maximum) {
      throw new InvalidDefinitionException(
          call.context(), "domain/vcpu/@current", String.valueOf(count), "1 to " + maximum);
    }
  }

  private static void plug(Call call, Machine machine, int count) {
    List<Slot> slots = slots(call, machine);
    checkMaximum(call, count, slots.size());
    int online = (int) slots.stream().filter(Slot::taken).count();
    if (count > online) {
      add(call, machine, slots.stream().filter(slot -> !slot.taken()).toList(), count - online);
    } else if (count < online) {
      remove(call, machine, slots, online - count);
    }
  }

  private static void add(Call call, Machine machine, List<Slot> free, int more) {
    for (int i = 0; i < more; i++) {
      Slot slot = free.get(i);
      try {
        machine.monitor().ask(call, "device_add", slot.device());
      } catch (HypervisorException e) {
        throw i == 0 ? e : half(call, e, "%d of %d vCPUs were added".formatted(i, more));
      } finally {
        // Also what was added of several before one was refused.
        keep(call, machine);
      }
    }
  }

  private static void remove(Call call, Machine machine, List<Slot> slots, int fewer) {
    List<Slot> removable = new ArrayList<>(slots.stream().filter(Slot::removable).toList());
    Collections.reverse(removable);
    if (removable.size() < fewer) {
      throw new OperationFailedException(
          call.context(),
          "only %d of the machine's vCPUs were added while it ran, and the others cannot be taken away"
              .formatted(removable.size()));
    }
    for (int i = 0; i < fewer; i++) {
      try {
        machine.hotPlug().remove(call, removable.get(i).id(), "vCPU " + removable.get(i).id());
      } catch (HypervisorException e) {
        throw i == 0 ? e : half(call, e, "%d of %d vCPUs were taken away".formatted(i, fewer));
      }
    }
  }

  private static HypervisorException half(Call call, HypervisorException cause, String done) {
    return new OperationFailedException(
        call.context().withOutcome(Outcome.UNKNOWN), done + ": " + cause.getMessage(), cause);
  }

  /** Lets the machine's definition say how many there are. */
  static void keep(Call call, Machine machine) {
    List<Slot> slots = slots(call, machine);
    int online = (int) slots.stream().filter(Slot::taken).count();
    machine.changed(live ->
        live.withVcpus(vcpus(live).toBuilder().maximum(slots.size()).current(online).build()));
  }

  /**
   * A place for a vCPU.
   *
   * @param path where the vCPU that has it stands; empty for a free one
   */
  private record Slot(int number, String type, ObjectNode place, String path) {

    boolean taken() {
      return !path.isEmpty();
    }

    boolean removable() {
      return path.startsWith(PLUGGED);
    }

    String id() {
      return taken() ? path.substring(PLUGGED.length()) : ID + number;
    }

    ObjectNode device() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("driver", type)
          .put("id", id())
          .setAll(place.deepCopy());
    }
  }

  /** The machine's places, in the order of their numbers; QEMU tells them backwards. */
  private static List<Slot> slots(Call call, Machine machine) {
    List<Slot> slots = new ArrayList<>();
    JsonNode places = machine.monitor().ask(call, "query-hotpluggable-cpus");
    for (int i = places.size() - 1; i >= 0; i--) {
      JsonNode place = places.get(i);
      slots.add(
          new Slot(
              slots.size(),
              place.path("type").asText(),
              (ObjectNode) place.path("props"),
              place.path("qom-path").asText("")));
    }
    return slots;
  }
}
