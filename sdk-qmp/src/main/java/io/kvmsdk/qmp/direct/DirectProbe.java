package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.FeatureProbe;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.DomainFeatures;
import io.kvmsdk.domain.agent.AgentFeatures;
import io.kvmsdk.domain.cpu.CpuFeatures;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.disk.DiskFeatures;
import io.kvmsdk.domain.memory.MemoryFeatures;
import io.kvmsdk.domain.network.InterfaceFeatures;
import io.kvmsdk.error.ConnectFailedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be done with the domains of a state directory: what QEMU has the commands for, as far as
 * the domain's own definition allows it.
 */
final class DirectProbe implements FeatureProbe {

  static final Support.No NO_HOT_REMOVE =
      new Support.No(
          "QEMU does not take vCPUs away under emulation: 7.2 may crash, 10.0 never says that it has",
          "use a domain of type kvm, on a host with KVM");

  static final Support.No NO_BALLOON =
      new Support.No("the machine has no balloon", "define it with a virtio memballoon");

  static final Support.No UNHEARD_OF =
      new Support.No(
          "the direct backend does not know it", "connect to libvirt, or use a newer version");

  private static final Support.No NO_AGENT =
      new Support.No(
          "the machine has no channel to a guest agent",
          "define it with a virtio channel named org.qemu.guest_agent.0");

  /** What needs no QEMU. */
  private static final Set<Feature> OWN =
      Set.of(
          DomainFeatures.DEFINE,
          DomainFeatures.AUTOSTART,
          CpuFeatures.CONFIG,
          MemoryFeatures.CONFIG,
          DiskFeatures.CONFIG,
          InterfaceFeatures.CONFIG);

  private static final Set<Feature> OF_THE_AGENT =
      Set.of(DomainFeatures.SHUTDOWN_AGENT, DomainFeatures.REBOOT_AGENT, AgentFeatures.COMMAND);

  /** What needs QEMU, with the commands that it is done by. */
  private static final Map<Feature, List<String>> COMMANDS =
      Map.ofEntries(
          Map.entry(DomainFeatures.CREATE_TRANSIENT, List.of("cont", "query-status")),
          Map.entry(DomainFeatures.START, List.of("cont", "query-status")),
          Map.entry(DomainFeatures.START_PAUSED, List.of("query-status")),
          Map.entry(DomainFeatures.SUSPEND, List.of("stop", "cont")),
          Map.entry(DomainFeatures.SHUTDOWN_ACPI, List.of("system_powerdown", "set-action")),
          Map.entry(DomainFeatures.SHUTDOWN_AGENT, List.of()),
          Map.entry(
              DomainFeatures.REBOOT_ACPI,
              List.of("system_powerdown", "set-action", "system_reset")),
          Map.entry(DomainFeatures.REBOOT_AGENT, List.of()),
          Map.entry(DomainFeatures.RESET, List.of("system_reset")),
          Map.entry(AgentFeatures.COMMAND, List.of()),
          Map.entry(CpuFeatures.HOT_ADD, List.of("query-hotpluggable-cpus", "device_add")),
          Map.entry(CpuFeatures.HOT_REMOVE, List.of("query-hotpluggable-cpus", "device_del")),
          Map.entry(MemoryFeatures.BALLOON, List.of("balloon", "query-balloon")),
          Map.entry(DiskFeatures.HOT_ATTACH, List.of("blockdev-add", "blockdev-del", "device_add")),
          Map.entry(DiskFeatures.HOT_DETACH, List.of("device_del", "blockdev-del")),
          Map.entry(DiskFeatures.THROTTLE, List.of("block_set_io_throttle", "query-block")),
          Map.entry(
              InterfaceFeatures.HOT_ATTACH, List.of("netdev_add", "netdev_del", "device_add")),
          Map.entry(InterfaceFeatures.HOT_DETACH, List.of("device_del", "netdev_del")));

  private final DirectDomains domains;
  private final Binaries binaries;
  private final Support usual;
  private final Optional<QemuCapabilities> usualQemu;

  /** Asks the usual QEMU what it can do. */
  DirectProbe(Call call, DirectDomains domains, Binaries binaries) {
    this.domains = domains;
    this.binaries = binaries;
    Optional<QemuCapabilities> qemu = Optional.empty();
    Support found = Support.YES;
    try {
      qemu = Optional.of(binaries.usual(call).capabilities(call));
    } catch (ConnectFailedException e) {
      found = noQemu(e);
    }
    usualQemu = qemu;
    usual = found;
  }

  private static Support noQemu(ConnectFailedException e) {
    return Support.no(
        String.valueOf(e.getMessage()),
        "install QEMU, or name it by the parameter qemu of the URI or the definition's emulator");
  }

  /** Of some domain of the connection: one that says nothing special. */
  Support support(Feature feature) {
    if (OWN.contains(feature)) {
      return Support.YES;
    }
    if (!COMMANDS.containsKey(feature)) {
      return UNHEARD_OF;
    }
    if (usualQemu.isEmpty()) {
      return usual;
    }
    return feature.equals(CpuFeatures.HOT_REMOVE) && !usualQemu.get().kvm()
        ? NO_HOT_REMOVE
        : commands(usualQemu.get(), feature);
  }

  private static Support commands(QemuCapabilities qemu, Feature feature) {
    for (String command : COMMANDS.getOrDefault(feature, List.of())) {
      if (!qemu.schema().supports(command)) {
        return Support.no(
            qemu + " has no command " + command, "use a newer QEMU, or one built with it");
      }
    }
    return Support.YES;
  }

  @Override
  public Support support(DomainCall call, Feature feature) {
    Optional<DomainDefinition> definition = domains.find(call.uuid()).flatMap(DirectDomain::known);
    if (definition.isEmpty() || OWN.contains(feature) || !COMMANDS.containsKey(feature)) {
      return support(feature);
    }
    QemuCapabilities qemu;
    try {
      qemu = binaries.of(call.asCall(), definition.get()).capabilities(call.asCall());
    } catch (ConnectFailedException e) {
      return noQemu(e);
    }
    Support byDefinition = byDefinition(feature, definition.get(), qemu);
    return byDefinition.isYes() ? commands(qemu, feature) : byDefinition;
  }

  private static Support byDefinition(
      Feature feature, DomainDefinition definition, QemuCapabilities qemu) {
    if (feature.equals(CpuFeatures.HOT_REMOVE) && !definition.type().equals(VirtType.KVM)) {
      return NO_HOT_REMOVE;
    }
    if (feature.equals(CpuFeatures.HOT_ADD) || feature.equals(CpuFeatures.HOT_REMOVE)) {
      return hotPluggableCpus(definition, qemu);
    }
    if (feature.equals(MemoryFeatures.BALLOON) && !QmpMemory.hasBalloon(definition)) {
      return NO_BALLOON;
    }
    return OF_THE_AGENT.contains(feature) && !QmpAgent.hasAgent(definition)
        ? NO_AGENT
        : Support.YES;
  }

  private static Support hotPluggableCpus(DomainDefinition definition, QemuCapabilities qemu) {
    boolean fixed =
        definition
            .os()
            .machine()
            .flatMap(qemu::machine)
            .filter(machine -> !machine.hotpluggableCpus())
            .isPresent();
    return fixed
        ? Support.no(
            "the vCPUs of a machine of this type are fixed", "use the machine type q35 or pc")
        : Support.YES;
  }
}
