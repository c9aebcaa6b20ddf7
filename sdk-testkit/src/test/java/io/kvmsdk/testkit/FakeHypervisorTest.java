package io.kvmsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.Apply;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.StateReason;
import io.kvmsdk.domain.chardev.Serial;
import io.kvmsdk.domain.cpu.CpuFeatures;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.LifecycleAction;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.ResourcesExhaustedException;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.DomainRebootEvent;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.EventFilter;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeHypervisorTest {

  @TempDir private Path folder;

  @Test
  void saysOnItsConsoleWhatTheTinyGuestWould() throws IOException {
    Path log = folder.resolve("console.log");
    Path image = Files.write(folder.resolve("data.raw"), new byte[4096]);
    FakeHypervisor fake =
        FakeHypervisor.builder()
            .bootTime(Duration.ofMillis(10))
            .reactionTime(Duration.ZERO)
            .build();
    try (Hypervisor kvm = fake.connect()) {
      Domain domain =
          kvm.domains().define(Guests.guest().addSerial(Serial.file(log.toString())).build());
      domain.start();
      awaitSaid(log, "TINY ready: 1 cpu, 225280 KiB, after 0.01 s");
      domain.cpus().setOnline(2, Apply.LIVE);
      awaitSaid(log, "TINY cpu1 online");
      domain.memory().balloonTo(ByteSize.mebibytes(192));
      awaitSaid(log, "TINY memory 159744 KiB");
      Disk disk = raw("vdb", image);
      domain.disks().attach(disk, Apply.LIVE);
      awaitSaid(log, "TINY vda added (4096 bytes)");
      domain.disks().detach("vdb", Apply.LIVE);
      awaitSaid(log, "TINY vda removed");
      MacAddress mac =
          domain.interfaces().attach(NetworkInterface.virtio().user().build(), Apply.LIVE);
      awaitSaid(log, "TINY eth0 added (" + mac + ")");
      domain.shutdown();
      awaitSaid(log, "TINY poweroff");
    }
    assertThat(Files.readAllLines(log).get(0)).startsWith("TINY booting Linux");
  }

  private static void awaitSaid(Path log, String line) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(() -> assertThat(Files.readAllLines(log)).contains(line));
  }

  private static Disk raw(String target, Path image) {
    return Disk.virtio(target, DiskSource.file(image.toString())).format(DiskFormat.RAW).build();
  }

  @Test
  void aConsoleThatCannotBeWrittenIsNamed() {
    Path log = folder.resolve("no/such/folder/console.log");
    try (Hypervisor kvm = new FakeHypervisor().connect()) {
      Domain domain =
          kvm.domains().define(Guests.guest().addSerial(Serial.file(log.toString())).build());
      assertThatThrownBy(domain::start)
          .isInstanceOf(OperationFailedException.class)
          .hasMessageContaining(log.toString());
      assertThat(domain.state().isActive()).isFalse();
    }
  }

  @Test
  void aGuestThatIsStuckStallsNobodyElse() {
    FakeHypervisor fake = Guests.quick().build();
    try (Hypervisor kvm = fake.connect()) {
      Domain stuck = Guests.booted(kvm);
      fake.guest(Guests.NAME).ignoreUnplug();
      CompletableFuture<Void> detach =
          Waiting.on(
              () -> stuck.withTimeout(Duration.ofMinutes(1)).disks().detach("vda", Apply.LIVE));
      Domain other = kvm.domains().define(Guests.guest().name("web-2").build());
      other.withTimeout(Duration.ofSeconds(5)).start();
      other.withTimeout(Duration.ofSeconds(5)).destroy();
      stuck.withTimeout(Duration.ofSeconds(5)).suspend();
      stuck.withTimeout(Duration.ofSeconds(5)).destroy();
      assertThat(detach).failsWithin(Duration.ofSeconds(5));
    }
  }

  @Test
  void whatItIsMadeWithoutIsRefused() {
    FakeHypervisor fake =
        FakeHypervisor.builder()
            .without(CpuFeatures.HOT_REMOVE, "an old QEMU", "take a newer one")
            .build();
    try (Hypervisor kvm = fake.connect()) {
      Domain domain = kvm.domains().define(Guests.guest().build());
      domain.start();
      domain.cpus().setOnline(2, Apply.LIVE);
      UnsupportedFeatureException failure =
          catchThrowableOfType(
              UnsupportedFeatureException.class, () -> domain.cpus().setOnline(1, Apply.LIVE));
      assertThat(failure).isNotNull();
      assertThat(failure.reason()).isEqualTo("an old QEMU");
      assertThat(failure.remedy()).isEqualTo("take a newer one");
      assertThat(domain.cpus().info().online()).isEqualTo(2);
    }
  }

  @Test
  void aMachineHasSoManySlots() {
    FakeHypervisor fake = Guests.quick().slots(2).build();
    try (Hypervisor kvm = fake.connect()) {
      Domain domain = Guests.started(kvm);
      domain.disks().attach(Guests.disk("vdb"), Apply.LIVE);
      assertThatThrownBy(() -> domain.disks().attach(Guests.disk("vdc"), Apply.LIVE_AND_CONFIG))
          .isInstanceOf(ResourcesExhaustedException.class);
      assertThat(domain.inactiveDefinition().disk("vdc")).isEmpty();
      NetworkInterface card = NetworkInterface.virtio().user().build();
      assertThatThrownBy(() -> domain.interfaces().attach(card, Apply.LIVE))
          .isInstanceOf(ResourcesExhaustedException.class);
    }
  }

  @Test
  void anImageHasToBeWhatItIsSaidToBe() throws IOException {
    Path qcow2 =
        Files.write(
            folder.resolve("good.qcow2"),
            ByteBuffer.allocate(512).putInt(0x514649fb).putInt(3).putLong(24, 1 << 20).array());
    Path raw = Files.write(folder.resolve("plain.raw"), new byte[512]);
    FakeHypervisor fake = new FakeHypervisor();
    try (Hypervisor kvm = fake.connect()) {
      Domain domain = kvm.domains().define(Guests.guest().build());
      domain.start();
      domain.disks().attach(raw("vda", raw), Apply.LIVE);
      domain.disks().attach(as(DiskFormat.QCOW2, "vdb", qcow2), Apply.LIVE);
      assertThatThrownBy(() -> domain.disks().attach(as(DiskFormat.QCOW2, "vdc", raw), Apply.LIVE))
          .isInstanceOfSatisfying(
              InvalidDefinitionException.class,
              e -> assertThat(e.value()).isEqualTo(raw.toString()));
    }
  }

  private static Disk as(DiskFormat format, String target, Path image) {
    return Disk.virtio(target, DiskSource.file(image.toString())).format(format).build();
  }

  @Test
  void aKindOfVirtualisationThatItDoesNotKnowIsRefused() {
    try (Hypervisor kvm = new FakeHypervisor().connect()) {
      DomainDefinition xen = Guests.guest().type(VirtType.XEN).build();
      assertThatThrownBy(() -> kvm.domains().define(xen))
          .isInstanceOfSatisfying(
              InvalidDefinitionException.class,
              e -> assertThat(e.path()).isEqualTo("domain/@type"));
      assertThat(kvm.domains().list()).isEmpty();
    }
  }

  @Test
  void aMachineThatIsKilledSaysHow() {
    FakeHypervisor fake = Guests.quick().build();
    try (Hypervisor kvm = fake.connect()) {
      Domain domain = Guests.started(kvm);
      List<Event> told = new CopyOnWriteArrayList<>();
      kvm.events().subscribe(EventFilter.all(), told::add);
      fake.kill(Guests.NAME);
      Awaitility.await().untilAsserted(() -> assertThat(told).hasSize(1));
      Optional<String> detail = ((DomainLifecycleEvent) told.get(0)).detail();
      assertThat(detail).isEqualTo(domain.info().detail()).isPresent();
      assertThatThrownBy(() -> fake.kill(Guests.NAME))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(Guests.NAME);
    }
  }

  @Test
  void aTransientDomainCanBeMadeLasting() {
    try (Hypervisor kvm = Guests.quick().build().connect()) {
      DomainDefinition definition = Guests.guest().build();
      Domain domain = kvm.domains().create(definition);
      Domain same = kvm.domains().define(definition);
      assertThat(same.uuid()).isEqualTo(domain.uuid());
      assertThat(domain.info().persistent()).isTrue();
      domain.destroy();
      assertThat(kvm.domains().find(Guests.NAME)).isPresent();
    }
  }

  @Test
  void theDefinitionSaysWhatBecomesOfAGuestThatEnds() {
    FakeHypervisor fake = Guests.quick().build();
    try (Hypervisor kvm = fake.connect()) {
      DomainDefinition turned =
          Guests.guest()
              .onPoweroff(LifecycleAction.RESTART)
              .onReboot(LifecycleAction.DESTROY)
              .build();
      Domain domain = kvm.domains().define(turned);
      domain.start();
      List<Event> told = new CopyOnWriteArrayList<>();
      kvm.events().subscribe(EventFilter.all().only(DomainRebootEvent.class), told::add);
      Awaitility.await().ignoreExceptions().untilAsserted(() -> domain.agent().ping());
      assertThatThrownBy(() -> domain.withTimeout(Duration.ofMillis(200)).shutdown())
          .isInstanceOf(TimedOutException.class);
      assertThat(told).hasSize(1);
      assertThat(domain.state()).isEqualTo(DomainState.RUNNING);

      Awaitility.await().ignoreExceptions().untilAsserted(() -> domain.agent().ping());
      domain.reboot();
      assertThat(domain.info().reason()).isEqualTo(StateReason.SHUTDOWN);
    }
  }

  @Test
  void aRunningMachineSaysWhatWasChosenForIt() {
    try (Hypervisor kvm = Guests.quick().build().connect()) {
      NetworkInterface card = NetworkInterface.virtio().user().build();
      DomainDefinition given =
          Guests.guest().addDisk(Guests.disk("vda")).addInterface(card).build();
      Domain domain = kvm.domains().define(given);
      domain.start();
      domain.disks().attach(Guests.disk("vdb"), Apply.LIVE);

      DomainDefinition live = domain.definition();
      assertThat(live.id()).isPresent();
      assertThat(live.uuid()).contains(domain.uuid());
      assertThat(live.disks())
          .extracting(Disk::alias)
          .containsExactly(Optional.of("virtio-disk0"), Optional.of("virtio-disk1"));
      assertThat(live.interfaces().get(0).alias()).contains("net0");
      assertThat(live.interfaces().get(0).mac()).isPresent();
      assertThat(domain.inactiveDefinition()).isEqualTo(given.withUuid(domain.uuid()));
    }
  }
}
