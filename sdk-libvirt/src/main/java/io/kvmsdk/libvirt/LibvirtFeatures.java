package io.kvmsdk.libvirt;

import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.FeatureProbe;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.DomainFeatures;
import io.kvmsdk.domain.agent.AgentFeatures;
import io.kvmsdk.domain.cpu.CpuFeatures;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.disk.DiskFeatures;
import io.kvmsdk.domain.memory.MemoryFeatures;
import io.kvmsdk.domain.network.InterfaceFeatures;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What can be done over a connection, and with a domain. libvirt's QEMU driver is asked what
 * decides; of its test driver it is known what it leaves out.
 */
final class LibvirtFeatures implements FeatureProbe {

  private static final String USE_QEMU = "test it on qemu:///system, or on the fake (fake:///)";

  private static final Support EMULATED_CPU =
      Support.no(
          "QEMU does not finish taking a vCPU from a guest that it emulates",
          "run it with KVM: a definition of type 'kvm' on a host with /dev/kvm");

  private static final Support NO_BALLOON =
      Support.no("the machine has no balloon", "give the definition a virtio memballoon");

  private static final Support NO_AGENT =
      Support.no("libvirt's test driver has no guests, and no agents in them", USE_QEMU);

  private static final Support NOT_TOLD =
      Support.no("libvirt's test driver does not tell when a machine begins anew", USE_QEMU);

  private static final Support NO_PLUGGING =
      Support.no("libvirt's test driver does not plug devices", USE_QEMU);

  private static final Support NO_THROTTLE =
      Support.no(
          "libvirt's test driver takes no limit without a burst that is at least as high",
          USE_QEMU);

  private static final Set<Feature> ALL =
      Set.of(
          DomainFeatures.DEFINE,
          DomainFeatures.CREATE_TRANSIENT,
          DomainFeatures.START,
          DomainFeatures.START_PAUSED,
          DomainFeatures.SUSPEND,
          DomainFeatures.SHUTDOWN_ACPI,
          DomainFeatures.SHUTDOWN_AGENT,
          DomainFeatures.REBOOT_ACPI,
          DomainFeatures.REBOOT_AGENT,
          DomainFeatures.RESET,
          DomainFeatures.AUTOSTART,
          AgentFeatures.COMMAND,
          CpuFeatures.HOT_ADD,
          CpuFeatures.HOT_REMOVE,
          CpuFeatures.CONFIG,
          MemoryFeatures.BALLOON,
          MemoryFeatures.CONFIG,
          DiskFeatures.HOT_ATTACH,
          DiskFeatures.HOT_DETACH,
          DiskFeatures.THROTTLE,
          DiskFeatures.CONFIG,
          InterfaceFeatures.HOT_ATTACH,
          InterfaceFeatures.HOT_DETACH,
          InterfaceFeatures.CONFIG);

  private final Driver driver;
  private final Map<Feature, Support> missing;
  private final DomainKinds kinds;
  private final LibvirtCalls calls;

  LibvirtFeatures(Driver driver, boolean qemuLibrary, DomainKinds kinds, LibvirtCalls calls) {
    this.driver = driver;
    this.missing = missing(driver, qemuLibrary);
    this.kinds = kinds;
    this.calls = calls;
  }

  private static Map<Feature, Support> missing(Driver driver, boolean qemuLibrary) {
    Map<Feature, Support> missing = new HashMap<>();
    if (driver.isTest()) {
      missing.put(DomainFeatures.SHUTDOWN_AGENT, NO_AGENT);
      missing.put(DomainFeatures.REBOOT_AGENT, NO_AGENT);
      missing.put(DomainFeatures.REBOOT_ACPI, NOT_TOLD);
      missing.put(DomainFeatures.RESET, NOT_TOLD);
      missing.put(AgentFeatures.COMMAND, NO_AGENT);
      missing.put(DiskFeatures.HOT_ATTACH, NO_PLUGGING);
      missing.put(DiskFeatures.HOT_DETACH, NO_PLUGGING);
      missing.put(DiskFeatures.THROTTLE, NO_THROTTLE);
      missing.put(DiskFeatures.CONFIG, NO_PLUGGING);
      missing.put(InterfaceFeatures.HOT_ATTACH, NO_PLUGGING);
      missing.put(InterfaceFeatures.HOT_DETACH, NO_PLUGGING);
      missing.put(InterfaceFeatures.CONFIG, NO_PLUGGING);
    } else if (driver.isQemu()) {
      if (!driver.kvm()) {
        missing.put(CpuFeatures.HOT_REMOVE, EMULATED_CPU);
      }
      if (!qemuLibrary) {
        missing.put(
            AgentFeatures.COMMAND,
            Support.no(
                "the library libvirt-qemu.so.0 cannot be loaded",
                "install it (Debian: libvirt0; Fedora: libvirt-libs)"));
      }
      if (!driver.libvirt().atLeast(4, 4)) {
        Support old =
            Support.no("needs libvirt 4.4, this is " + driver.libvirt(), "update libvirt there");
        missing.put(DiskFeatures.HOT_DETACH, old);
        missing.put(InterfaceFeatures.HOT_DETACH, old);
      }
    } else {
      Support foreign =
          Support.no(
              "nothing is known of libvirt's driver " + driver.name() + ", only of QEMU's",
              "connect to a qemu URI");
      ALL.forEach(feature -> missing.put(feature, foreign));
    }
    return missing;
  }

  /** Of the connection; asks nobody. */
  Support support(Feature feature) {
    if (!ALL.contains(feature)) {
      return Support.no("libvirt's backend has not got it", "use a newer version of this SDK");
    }
    return missing.getOrDefault(feature, Support.YES);
  }

  @Override
  public Support support(DomainCall call, Feature feature) {
    Support general = support(feature);
    if (!general.isYes() || !driver.isQemu()) {
      return general;
    }
    if (feature.equals(CpuFeatures.HOT_REMOVE)) {
      return kinds.get(call, calls).type().equals(VirtType.QEMU) ? EMULATED_CPU : Support.YES;
    }
    if (feature.equals(MemoryFeatures.BALLOON)) {
      return kinds.get(call, calls).balloon() ? Support.YES : NO_BALLOON;
    }
    return Support.YES;
  }
}
