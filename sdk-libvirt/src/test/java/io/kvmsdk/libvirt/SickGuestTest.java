package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.call.Apply;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainInfo;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.StateReason;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.ResourcesExhaustedException;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.LifecycleKind;
import io.kvmsdk.event.LifecycleReason;
import io.kvmsdk.event.Resync;
import io.kvmsdk.units.ByteSize;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Machines that hang, die, refuse and have no room, on a daemon of the test's own. */
class SickGuestTest extends OwnDaemonTest {

  private static final Duration BRIEF = Duration.ofMillis(700);

  private Domain started(DomainDefinition.Builder definition) {
    Domain domain = kvm.domains().define(definition.build());
    domain.start();
    return domain;
  }

  private Domain started(String name) {
    return started(QemuTarget.machine(name));
  }

  private Path image(String name) throws Exception {
    Path file = daemon.folder().resolve(name);
    try (RandomAccessFile image = new RandomAccessFile(file.toFile(), "rw")) {
      image.setLength(8 << 20);
    }
    return file;
  }

  private static void freeze(Domain domain) throws Exception {
    PrivateLibvirtd.signal("STOP", QemuTarget.process(domain).orElseThrow().pid());
  }

  @Test
  void machinesThatHangStallNobodyElse() throws Exception {
    Domain well = started("well");
    List<Domain> sick = new ArrayList<>();
    List<CompletableFuture<HypervisorException>> stuck = new ArrayList<>();
    for (int i = 0; i < 3; i++) { // two calls each: more than libvirtd answers one client at a time
      Domain domain = started("sick-" + i);
      freeze(domain);
      sick.add(domain);
      for (int call = 0; call < 3; call++) {
        stuck.add(
            CompletableFuture.supplyAsync(() ->
                catchThrowableOfType(
                    HypervisorException.class,
                    () ->
                        domain
                            .withTimeout(Duration.ofSeconds(3))
                            .memory()
                            .balloonTo(ByteSize.mebibytes(200)))));
      }
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(12); // keepalive would have noticed
    int calls = 0;
    while (System.nanoTime() < end) {
      long begin = System.nanoTime();
      assertThat(well.info().state()).isEqualTo(DomainState.RUNNING);
      well.suspend();
      well.resume();
      assertThat(kvm.domains().list()).hasSize(4);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
      calls++;
    }
    assertThat(calls).isGreaterThan(5);
    for (CompletableFuture<HypervisorException> each : stuck) {
      assertThat(each.get(10, TimeUnit.SECONDS)).isInstanceOf(TimedOutException.class);
    }
    assertThat(told).as("the connection lives").noneMatch(Resync.class::isInstance);

    List<CompletableFuture<Void>> ends =
        sick.stream()
            .map(d -> d.withTimeout(Duration.ofSeconds(60)))
            .map(d -> CompletableFuture.runAsync(d::destroy)) // libvirt tries SIGTERM for 10 s
            .toList();
    for (CompletableFuture<Void> each : ends) {
      each.get(60, TimeUnit.SECONDS);
    }
    assertThat(sick).allMatch(domain -> domain.state().equals(DomainState.SHUTOFF));
    assertThat(told).noneMatch(Resync.class::isInstance);
  }

  @Test
  void aKilledQemuIsToldWithTheEndOfItsLog() {
    Domain domain = started("killed");
    QemuTarget.process(domain).orElseThrow().destroyForcibly();
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(told)
                .filteredOn(e ->
                    e instanceof DomainLifecycleEvent life
                        && life.kind().equals(LifecycleKind.STOPPED))
                .singleElement()
                .isInstanceOfSatisfying(
                    DomainLifecycleEvent.class,
                    e -> {
                      assertThat(e.domain()).isEqualTo(domain.ref());
                      assertThat(e.reason()).isIn(LifecycleReason.FAILED, LifecycleReason.CRASHED);
                      assertThat(e.detail().orElse("")).contains("qemu-system");
                    }));
    DomainInfo info = domain.info();
    assertThat(info.state()).isEqualTo(DomainState.SHUTOFF);
    assertThat(info.reason()).isEqualTo(StateReason.CRASHED);
    assertThat(info.detail().orElse("")).contains("shutting down, reason=crashed");
    domain.start();
    assertThat(domain.info().detail()).isEmpty();
  }

  @Test
  void aMachineWithoutASpareSlotSaysWhatToAdd() throws Exception {
    DomainDefinition full =
        QemuTarget.machine("full").build().withControllers(List.of()); // libvirt adds what it needs
    Domain domain = kvm.domains().define(full);
    domain.start();
    ResourcesExhaustedException failure = null;
    for (int i = 0; failure == null; i++) {
      String target = "vd" + (char) ('a' + i);
      Disk disk =
          Disk.virtio(target, DiskSource.file(image(target).toString()))
              .format(DiskFormat.RAW)
              .build();
      failure =
          catchThrowableOfType(
              ResourcesExhaustedException.class, () -> domain.disks().attach(disk, Apply.LIVE));
      assertThat(i).as("disks that were plugged").isLessThan(20);
    }
    assertThat(failure).hasMessageContaining("pcie-root-port");
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(failure.nativeCode()).isPresent();
  }

  @Test
  void anImageOfAnotherFormatIsAWrongDefinition() throws Exception {
    Domain domain = started("format");
    Disk disk =
        Disk.virtio("vdb", DiskSource.file(image("raw").toString()))
            .format(DiskFormat.QCOW2)
            .build();
    InvalidDefinitionException failure =
        catchThrowableOfType(
            InvalidDefinitionException.class, () -> domain.disks().attach(disk, Apply.LIVE));
    assertThat(failure).isNotNull();
    assertThat(failure.path()).isEqualTo("disk/source");
    assertThat(domain.definition().disk("vdb")).isEmpty();
  }

  @Test
  void anImageThatAnotherMachineHasIsAConflict() throws Exception {
    Path image = image("shared");
    Disk disk =
        Disk.virtio("vdb", DiskSource.file(image.toString())).format(DiskFormat.RAW).build();
    Domain first = started("first");
    Domain second = started("second");
    first.disks().attach(disk, Apply.LIVE);
    HypervisorException failure =
        catchThrowableOfType(
            HypervisorException.class, () -> second.disks().attach(disk, Apply.LIVE));
    assertThat(failure).isInstanceOf(io.kvmsdk.error.ConflictException.class);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(second.definition().disk("vdb")).isEmpty();
  }

  @Test
  void aGuestThatStandsStillKeepsWhatItHas() throws Exception {
    Path image = image("kept");
    Disk disk =
        Disk.virtio("vdb", DiskSource.file(image.toString())).format(DiskFormat.RAW).build();
    Domain domain = started("still");
    domain.disks().attach(disk, Apply.LIVE_AND_CONFIG);
    domain.suspend();
    TimedOutException late =
        catchThrowableOfType(
            TimedOutException.class,
            () -> domain.withTimeout(BRIEF).disks().detach("vdb", Apply.LIVE));
    assertThat(late).hasMessageContaining("disk vdb").hasMessageContaining("still there");
    assertThat(late.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(domain.definition().disk("vdb")).isPresent();
    TimedOutException again =
        catchThrowableOfType(
            TimedOutException.class,
            () -> domain.withTimeout(BRIEF).disks().detach("vdb", Apply.LIVE));
    assertThat(again).hasMessageContaining("still there");

    TimedOutException full =
        catchThrowableOfType(
            TimedOutException.class,
            () -> domain.withTimeout(BRIEF).memory().balloonTo(ByteSize.mebibytes(128)));
    assertThat(full).hasMessageContaining("256 MiB").hasMessageContaining("128 MiB");
    assertThat(full.outcome()).isEqualTo(Outcome.UNKNOWN);

    domain.destroy();
    assertThat(domain.definition().disk("vdb")).isPresent();
    domain.disks().detach("vdb", Apply.CONFIG);
    assertThat(
            catchThrowableOfType(
                NotFoundException.class, () -> domain.disks().detach("vdb", Apply.CONFIG)))
        .hasMessageContaining("disk vdb");
  }

  @Test
  void whatIsDetachedIsClosedWhenTheCallReturns() throws Exception {
    Hypervisors.daemon(); // a guest has to boot: QemuTarget knows how
    Domain domain =
        started(
            QemuTarget.instance().guest("closes", io.kvmsdk.testkit.contract.GuestKind.OBEDIENT));
    Domain patient = domain.withTimeout(Duration.ofSeconds(5));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsInstanceOf(HypervisorException.class)
        .until(() -> {
          patient.agent().ping();
          return true;
        });
    long pid = QemuTarget.process(domain).orElseThrow().pid();
    for (int i = 0; i < 5; i++) {
      Path image = image("closes-" + i);
      Disk disk =
          Disk.virtio("vdb", DiskSource.file(image.toString()))
              .format(DiskFormat.RAW)
              .ioTune(IoTune.totalIops(1000))
              .build();
      domain.disks().attach(disk, Apply.LIVE);
      assertThat(opened(pid)).contains(image);
      domain.disks().detach("vdb", Apply.LIVE);
      assertThat(opened(pid)).doesNotContain(image);
    }
  }

  private static List<Path> opened(long pid) throws Exception {
    List<Path> files = new ArrayList<>();
    try (var descriptors = java.nio.file.Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path each : descriptors.toList()) {
        try {
          files.add(java.nio.file.Files.readSymbolicLink(each));
        } catch (java.nio.file.NoSuchFileException e) {
          assertThat(each).as("closed meanwhile").doesNotExist();
        }
      }
    }
    return files;
  }
}
