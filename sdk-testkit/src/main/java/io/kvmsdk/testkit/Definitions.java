package io.kvmsdk.testkit;

import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.source.FileCharSource;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.LifecycleAction;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskBus;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.domain.disk.source.BlockDiskSource;
import io.kvmsdk.domain.disk.source.FileDiskSource;
import io.kvmsdk.domain.memory.BalloonModel;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a fake reads in a definition, and how it changes one. */
final class Definitions {

  private static final Set<VirtType> TYPES = Set.of(VirtType.KVM, VirtType.QEMU, VirtType.TEST);

  /** What QEMU gives a machine whose definition does not say. */
  private static final ByteSize DEFAULT_MEMORY = ByteSize.mebibytes(128);

  private Definitions() {}

  /** Refuses what the fake cannot run. */
  static void check(FakeCall call, DomainDefinition definition) {
    if (!TYPES.contains(definition.type())) {
      throw new InvalidDefinitionException(
          call.context(), "domain/@type", definition.type().value(), "kvm, qemu or test");
    }
  }

  /**
   * The definition of a machine that starts, with what the hypervisor has to choose.
   *
   * @param id the machine's number
   */
  static DomainDefinition withChoices(DomainDefinition definition, int id) {
    DomainDefinition chosen = definition.withId(id).withDisks(List.of()).withInterfaces(List.of());
    for (Disk disk : definition.disks()) {
      chosen = withPlugged(chosen, disk);
    }
    for (NetworkInterface card : definition.interfaces()) {
      chosen = withPlugged(chosen, card);
    }
    return chosen;
  }

  /** The definition of a running machine with one disk more. */
  static DomainDefinition withPlugged(DomainDefinition definition, Disk disk) {
    String prefix = disk.bus().orElse(DiskBus.VIRTIO) + "-disk";
    return withDisk(
        definition,
        disk.alias().isPresent() ? disk : disk.withAlias(free(definition.disks(), prefix)));
  }

  /** The definition of a running machine with one interface more. */
  static DomainDefinition withPlugged(DomainDefinition definition, NetworkInterface card) {
    NetworkInterface addressed = card.mac().isPresent() ? card : card.withMac(MacAddress.random());
    return withInterface(
        definition,
        card.alias().isPresent()
            ? addressed
            : addressed.withAlias(free(definition.interfaces(), "net")));
  }

  /** The first alias of that prefix that no device has. */
  private static String free(List<? extends Device> devices, String prefix) {
    Set<String> taken =
        devices.stream().flatMap(d -> d.alias().stream()).collect(Collectors.toSet());
    int number = 0;
    while (taken.contains(prefix + number)) {
      number++;
    }
    return prefix + number;
  }

  static ByteSize memory(DomainDefinition definition) {
    return definition.memory().orElse(DEFAULT_MEMORY);
  }

  static ByteSize currentMemory(DomainDefinition definition) {
    return definition.currentMemory().orElseGet(() -> memory(definition));
  }

  static DomainDefinition withCurrentMemory(DomainDefinition definition, ByteSize size) {
    return definition.withCurrentMemory(size);
  }

  static boolean hasBalloon(DomainDefinition definition) {
    return definition
        .memBalloon()
        .flatMap(b -> b.model())
        .filter(BalloonModel.NONE::equals)
        .isEmpty();
  }

  static int onlineCpus(DomainDefinition definition) {
    return definition.vcpus().map(Vcpus::online).orElse(1);
  }

  static int maximumCpus(DomainDefinition definition) {
    return definition.vcpus().map(Vcpus::maximum).orElse(1);
  }

  static DomainDefinition withOnlineCpus(DomainDefinition definition, int count) {
    return definition.withVcpus(definition.vcpus().orElse(Vcpus.of(1)).withCurrent(count));
  }

  static boolean restartsOnPoweroff(DomainDefinition definition) {
    return definition.onPoweroff().filter(LifecycleAction.RESTART::equals).isPresent();
  }

  static boolean endsOnReboot(DomainDefinition definition) {
    return definition.onReboot().filter(LifecycleAction.DESTROY::equals).isPresent();
  }

  static String kernelCommandLine(DomainDefinition definition) {
    return definition.os().cmdline().orElse("");
  }

  static boolean hasAgentChannel(DomainDefinition definition) {
    return definition.channels().stream()
        .anyMatch(c -> c.name().equals(Optional.of(Channel.GUEST_AGENT)));
  }

  static List<Path> serialFiles(DomainDefinition definition) {
    return definition.serials().stream()
        .map(s -> s.source())
        .filter(FileCharSource.class::isInstance)
        .flatMap(s -> ((FileCharSource) s).path().stream())
        .map(Path::of)
        .toList();
  }

  /** The file or device of a disk that has one. */
  static Optional<Path> image(Disk disk) {
    if (disk.source() instanceof FileDiskSource file) {
      return file.file().map(Path::of);
    }
    return disk.source() instanceof BlockDiskSource block
        ? block.device().map(Path::of)
        : Optional.empty();
  }

  /** How a Linux guest begins the name of such a disk. */
  static String guestPrefix(Disk disk) {
    DiskBus bus = disk.bus().orElse(DiskBus.VIRTIO);
    return bus.equals(DiskBus.VIRTIO) ? "vd" : "sd";
  }

  static DomainDefinition withDisk(DomainDefinition definition, Disk disk) {
    return definition.toBuilder().addDisk(disk).build();
  }

  static DomainDefinition withoutDisk(DomainDefinition definition, String target) {
    return definition.withDisks(
        definition.disks().stream().filter(d -> !d.target().equals(target)).toList());
  }

  /** The same with other limits for the disk; {@link IoTune#NONE} leaves none. */
  static DomainDefinition withThrottling(DomainDefinition definition, Disk disk, IoTune limits) {
    Optional<IoTune> kept = limits.equals(IoTune.NONE) ? Optional.empty() : Optional.of(limits);
    return definition.withDisks(
        definition.disks().stream()
            .map(d -> d.target().equals(disk.target()) ? d.withIoTune(kept) : d)
            .toList());
  }

  /** The same limits; a limit of zero is none. */
  static IoTune withoutZeroes(IoTune limits) {
    return limits
        .withTotalBytes(positive(limits.totalBytes()))
        .withReadBytes(positive(limits.readBytes()))
        .withWriteBytes(positive(limits.writeBytes()))
        .withTotalBytesMax(positive(limits.totalBytesMax()))
        .withReadBytesMax(positive(limits.readBytesMax()))
        .withWriteBytesMax(positive(limits.writeBytesMax()))
        .withTotalIops(limits.totalIops().filter(n -> n > 0))
        .withReadIops(limits.readIops().filter(n -> n > 0))
        .withWriteIops(limits.writeIops().filter(n -> n > 0))
        .withTotalIopsMax(limits.totalIopsMax().filter(n -> n > 0))
        .withReadIopsMax(limits.readIopsMax().filter(n -> n > 0))
        .withWriteIopsMax(limits.writeIopsMax().filter(n -> n > 0));
  }

  private static Optional<ByteRate> positive(Optional<ByteRate> rate) {
    return rate.filter(r -> r.bytesPerSecond() > 0);
  }

  static DomainDefinition withInterface(DomainDefinition definition, NetworkInterface card) {
    return definition.toBuilder().addInterface(card).build();
  }

  static DomainDefinition withoutInterface(DomainDefinition definition, MacAddress mac) {
    return definition.withInterfaces(
        definition.interfaces().stream().filter(i -> !i.mac().equals(Optional.of(mac))).toList());
  }
}
