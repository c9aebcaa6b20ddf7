package io.kvmsdk.domain.definition;

import io.kvmsdk.domain.boot.Clock;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.boot.PowerManagement;
import io.kvmsdk.domain.cpu.Cpu;
import io.kvmsdk.domain.cpu.Vcpu;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.device.IdMap;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.display.Graphics;
import io.kvmsdk.domain.features.MachineFeatures;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.domain.numa.NumaTune;
import io.kvmsdk.domain.security.KeyWrap;
import io.kvmsdk.domain.security.LaunchSecurity;
import io.kvmsdk.domain.security.SecurityLabel;
import io.kvmsdk.domain.sysinfo.SysInfo;
import io.kvmsdk.domain.tuning.CpuTune;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Metadata;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.immutables.value.Value;

/**
 * What a domain is to be: its machine and its devices.
 *
 * <p>Immutable and thread-safe. It knows nothing of a connection: the same definition can be given
 * to any hypervisor. Absent means that the hypervisor chooses. What was read from XML is written
 * again, also what has no name here; see {@link #extras()}.
 *
 * @see <a href="https://libvirt.org/formatdomain.html">libvirt: Domain XML format</a>
 */
@Value.Immutable
@ValueStyle
public interface DomainDefinition
    extends Document, DomainDevices, DomainTuning, DomainNamespaces, WithDomainDefinition {

  /** How a definition is read and written. */
  XmlMapping<DomainDefinition> XML = new DomainXml();

  /**
   * A builder of a domain of type {@link VirtType#KVM}, whose guest needs full virtualisation: what
   * nearly every service wants, while a guest that is emulated by mistake is slow in silence.
   */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * The definition that {@code <domain>} says, keeping what has no name here.
   *
   * @throws InvalidDefinitionException if it is not well-formed, or says what cannot be; it names
   *     the path or the line
   */
  static DomainDefinition fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** The definition that {@code <domain>} says. */
  static DomainDefinition fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The definition as {@code <domain>}, with all that was read, secrets among it. */
  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What runs it. */
  VirtType type();

  /** Its number while it runs, as libvirt reports it; means nothing to a definition. */
  Optional<Integer> id();

  /** Its name, unique on its host. */
  String name();

  /** Its identity; the hypervisor makes one up if it is absent. */
  Optional<UUID> uuid();

  /** A number by which its guest sees that it was rolled back or copied. Since libvirt 4.4.0. */
  Optional<GenerationId> generationId();

  /** A short text about it, of one line. Since libvirt 0.9.10. */
  Optional<String> title();

  /** A text about it. Since libvirt 0.7.2. */
  Optional<String> description();

  /** What applications keep with it. Since libvirt 0.9.10. */
  Metadata metadata();

  /** How much memory can be hot-plugged up to. Since libvirt 1.2.14. */
  Optional<ByteSize> maxMemory();

  /** How many memory devices can be hot-plugged. Since libvirt 1.2.14. */
  Optional<Integer> memorySlots();

  /** How much memory it has at its start; absent only where its NUMA cells say it. */
  Optional<ByteSize> memory();

  /** Whether its memory is in a core dump of QEMU. Since libvirt 0.9.13. */
  Optional<Boolean> dumpCore();

  /** How much of that the guest may use, the rest being in the balloon; absent means all. */
  Optional<ByteSize> currentMemory();

  /** How many vCPUs it has; absent means 1. */
  Optional<Vcpus> vcpus();

  /** Its vCPUs one by one; empty where it is enough to count them. Since libvirt 2.2.0. */
  List<Vcpu> vcpuStates();

  /** What it boots, and on what machine. */
  Os os();

  /** The CPU that the guest sees. */
  Optional<Cpu> cpu();

  /**
   * What its machine has beside its CPU. A PC without {@link MachineFeatures#pc() ACPI} has no
   * power button that {@code Domain.shutdown()} could press, and no vCPUs can be added while it
   * runs.
   */
  Optional<MachineFeatures> features();

  /** How its clock starts and runs. */
  Optional<Clock> clock();

  /** What happens when the guest powers off; absent means destroy. */
  Optional<LifecycleAction> onPoweroff();

  /** What happens when the guest reboots; absent means restart. */
  Optional<LifecycleAction> onReboot();

  /** What happens when the guest crashes; absent means destroy. */
  Optional<LifecycleAction> onCrash();

  /** What happens when a lease of it is lost. Since libvirt 1.0.0. */
  Optional<LockFailureAction> onLockFailure();

  /** Where a container's or a Xen guest's boot loader is; absent means none. */
  Optional<String> bootloader();

  /** What that boot loader is told. */
  @Value.Redacted
  Optional<String> bootloaderArgs();

  /** What its firmware tables say of its machine. Since libvirt 0.8.7. */
  List<SysInfo> sysInfos();

  /** How users and groups of a container are mapped to the host. */
  Optional<IdMap> idMap();

  /** What its firmware says of sleep. Since libvirt 0.10.2. */
  Optional<PowerManagement> powerManagement();

  /** How security drivers confine it, one label for each driver. */
  List<SecurityLabel> securityLabels();

  /** Which keys of an s390 machine are wrapped for it. */
  Optional<KeyWrap> keyWrap();

  /** How its memory is kept from the host. Since libvirt 4.4.0. */
  Optional<LaunchSecurity> launchSecurity();

  /** What the document says beyond this; of the devices in {@code extras().in("devices")}. */
  @Override
  Extras extras();

  /**
   * Whether both are of one domain, whatever they say of it: the UUID is the same, or, where one
   * has none, the name.
   */
  default boolean sameIdentityAs(DomainDefinition other) {
    return uuid().isPresent() && other.uuid().isPresent()
        ? uuid().equals(other.uuid())
        : name().equals(other.name());
  }

  /** The same with this disk instead of that of its target; behind the others if there is none. */
  default DomainDefinition withDisk(Disk disk) {
    return withDisks(put(disks(), disk, other -> other.target().equals(disk.target())));
  }

  /**
   * The same with this network interface instead of that of its MAC address; behind the others if
   * there is none, or if it has none.
   */
  default DomainDefinition withNetworkInterface(NetworkInterface nic) {
    return withInterfaces(
        put(interfaces(), nic, other -> nic.mac().isPresent() && other.mac().equals(nic.mac())));
  }

  private static <T> List<T> put(List<T> all, T value, Predicate<T> isIt) {
    List<T> changed = new ArrayList<>(all);
    int at = 0;
    while (at < changed.size() && !isIt.test(changed.get(at))) at++;
    if (at < changed.size()) {
      changed.set(at, value);
    } else {
      changed.add(value);
    }
    return changed;
  }

  /** The same without passwords and cookies, as hypervisors show it. */
  default DomainDefinition withoutSecrets() {
    return withGraphics(graphics().stream().map(Graphics::withoutPassword).toList())
        .withDisks(disks().stream().map(Disk::withoutSecrets).toList());
  }

  /**
   * Refuses what is always wrong; building a definition does it, and so does giving it to a
   * hypervisor. Reading one does not: what a hypervisor has can be looked at in any case.
   *
   * @throws InvalidDefinitionException if there is no name or no memory, or two disks have one
   *     target
   */
  default void checkConsistent() {
    boolean slash = type().equals(VirtType.KVM) || type().equals(VirtType.QEMU);
    if (name().isBlank() || name().indexOf('\n') >= 0 || (slash && name().indexOf('/') >= 0)) {
      throw new InvalidDefinitionException(
          "domain/name", name(), "a name without line breaks and slashes");
    }
    if (memory().isPresent() && memory().get().bytes() == 0) {
      throw new InvalidDefinitionException("domain/memory", "0", "more than 0");
    }
    if (memory().isEmpty() && cpu().flatMap(Cpu::numa).isEmpty()) {
      throw new InvalidDefinitionException("domain/memory", "absent", "an amount of memory");
    }
    cpu().ifPresent(Cpu::checkConsistent);
    cpuTune().ifPresent(CpuTune::checkConsistent);
    numaTune().ifPresent(NumaTune::checkConsistent);
    Set<String> targets = new HashSet<>();
    for (Disk disk : disks()) {
      if (!targets.add(disk.target())) {
        throw new InvalidDefinitionException(
            "domain/devices/disk/target/@dev", disk.target(), "a target that no other disk has");
      }
    }
  }

  /** Makes definitions. */
  final class Builder extends ImmutableDomainDefinition.Builder {
    Builder() {
      type(VirtType.KVM);
      os(Os.HVM);
      metadata(Metadata.NONE);
      extras(Extras.NONE);
    }

    @Override
    public DomainDefinition build() {
      DomainDefinition definition = super.build();
      definition.checkConsistent();
      return definition;
    }

    DomainDefinition buildAsRead() {
      return super.build();
    }
  }
}
