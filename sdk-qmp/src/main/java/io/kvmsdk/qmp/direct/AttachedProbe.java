package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.FeatureProbe;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.DomainFeatures;
import io.kvmsdk.domain.agent.AgentFeatures;
import io.kvmsdk.domain.cpu.CpuFeatures;
import io.kvmsdk.domain.disk.DiskFeatures;
import io.kvmsdk.domain.memory.MemoryFeatures;
import io.kvmsdk.domain.network.InterfaceFeatures;
import java.util.Map;

/** What can be done with a QEMU that somebody else started. */
final class AttachedProbe implements FeatureProbe {

  static final Support.No ONE_QEMU =
      new Support.No(
          "this is a connection to one QEMU that somebody else started",
          "connect to qmp:///DIR to define and start domains");

  static final Support.No NO_REBOOT =
      new Support.No(
          "what its QEMU does when the guest shuts down is for whoever started it to say",
          "use reset(), or connect to qmp:///DIR");

  private static final Support.No NO_AGENT =
      new Support.No(
          "where its socket to a guest agent is, is not known",
          "use GuestAgent.connect with the socket's path");

  private static final Support.No NO_PLUG =
      new Support.No(
          "which places on its buses are free, and what stands behind its devices, is not known",
          "use QmpClient with device_add and device_del, or connect to qmp:///DIR");

  private static final Map<Feature, Support> KNOWN =
      Map.ofEntries(
          Map.entry(DomainFeatures.DEFINE, ONE_QEMU),
          Map.entry(DomainFeatures.CREATE_TRANSIENT, ONE_QEMU),
          Map.entry(DomainFeatures.START, ONE_QEMU),
          Map.entry(DomainFeatures.START_PAUSED, ONE_QEMU),
          Map.entry(DomainFeatures.AUTOSTART, ONE_QEMU),
          Map.entry(DomainFeatures.SUSPEND, Support.YES),
          Map.entry(DomainFeatures.RESET, Support.YES),
          Map.entry(DomainFeatures.SHUTDOWN_ACPI, Support.YES),
          Map.entry(DomainFeatures.SHUTDOWN_AGENT, NO_AGENT),
          Map.entry(DomainFeatures.REBOOT_ACPI, NO_REBOOT),
          Map.entry(DomainFeatures.REBOOT_AGENT, NO_AGENT),
          Map.entry(AgentFeatures.COMMAND, NO_AGENT),
          Map.entry(CpuFeatures.HOT_ADD, Support.YES),
          Map.entry(CpuFeatures.CONFIG, ONE_QEMU),
          Map.entry(MemoryFeatures.CONFIG, ONE_QEMU),
          Map.entry(DiskFeatures.THROTTLE, Support.YES),
          Map.entry(DiskFeatures.HOT_ATTACH, NO_PLUG),
          Map.entry(DiskFeatures.HOT_DETACH, NO_PLUG),
          Map.entry(DiskFeatures.CONFIG, ONE_QEMU),
          Map.entry(InterfaceFeatures.HOT_ATTACH, NO_PLUG),
          Map.entry(InterfaceFeatures.HOT_DETACH, NO_PLUG),
          Map.entry(InterfaceFeatures.CONFIG, ONE_QEMU));

  private final Machine machine;

  AttachedProbe(Machine machine) {
    this.machine = machine;
  }

  Support support(Feature feature) {
    if (feature.equals(CpuFeatures.HOT_REMOVE)) {
      return machine.emulated() ? DirectProbe.NO_HOT_REMOVE : Support.YES;
    }
    if (feature.equals(MemoryFeatures.BALLOON)) {
      return QmpMemory.hasBalloon(machine.live()) ? Support.YES : DirectProbe.NO_BALLOON;
    }
    return KNOWN.getOrDefault(feature, DirectProbe.UNHEARD_OF);
  }

  @Override
  public Support support(DomainCall call, Feature feature) {
    return support(feature);
  }
}
