package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.Apply;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainFeatures;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.cpu.CpuInfo;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.EventFilter;
import io.kvmsdk.units.ByteSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A QEMU that this library did not start. */
@Timeout(60)
class AttachedBackendTest {

  private static final UUID UUID_OF_IT = UUID.fromString("6b3c58aa-0000-4000-8000-525400123456");

  @TempDir Path folder;
  private @Nullable Process started;
  private Path socket = Path.of("");

  @BeforeEach
  void start() throws Exception {
    socket = folder.resolve("qmp.sock");
    Path disk = Files.write(folder.resolve("disk.raw"), new byte[1 << 20]);
    started =
        new ProcessBuilder(
                RealQemu.any().toString(),
                "-name",
                "foreign",
                "-uuid",
                UUID_OF_IT.toString(),
                "-machine",
                "q35,accel=tcg",
                "-nodefaults",
                "-display",
                "none",
                "-m",
                "64",
                "-smp",
                "1,maxcpus=4",
                "-blockdev",
                "{\"driver\":\"file\",\"node-name\":\"n0\",\"filename\":\"" + disk + "\"}",
                "-device",
                "{\"driver\":\"virtio-blk-pci\",\"id\":\"disk0\",\"drive\":\"n0\"}",
                "-qmp",
                "unix:" + socket + ",server=on,wait=off")
            .inheritIO()
            .start();
    await().atMost(RealQemu.PATIENCE).until(() -> Files.exists(socket));
  }

  @AfterEach
  void end() throws Exception {
    if (started != null) {
      started.destroyForcibly();
      assertThat(started.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Process qemu() {
    return Objects.requireNonNull(started);
  }

  private String uri() {
    return "qmp+unix://" + socket;
  }

  @Test
  void saysWhatQemuSaysOfItself() {
    try (Hypervisor kvm = Hypervisor.connect(uri())) {
      assertThat(kvm.version().version()).isPresent();
      assertThat(kvm.domains().list()).hasSize(1);
      Domain domain = kvm.domains().require("foreign");
      assertThat(domain.uuid()).isEqualTo(UUID_OF_IT);
      assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
      DomainDefinition definition = domain.definition();
      assertThat(definition.type()).isEqualTo(VirtType.QEMU);
      assertThat(definition.memory()).contains(ByteSize.mebibytes(64));
      assertThat(definition.os().machine()).hasValueSatisfying(m -> assertThat(m).contains("q35"));
      assertThat(definition.disks()).extracting(Disk::target).containsExactly("disk0");
      assertThat(domain.cpus().info()).isEqualTo(new CpuInfo(1, 4));
    }
  }

  @Test
  void changesTheRunningMachine() {
    try (Hypervisor kvm = Hypervisor.connect(uri())) {
      Domain domain = kvm.domains().require(UUID_OF_IT);
      domain.suspend();
      assertThat(domain.state()).isEqualTo(DomainState.PAUSED);
      domain.resume();
      domain.reset();
      domain.cpus().setOnline(2, Apply.LIVE);
      assertThat(domain.cpus().info()).isEqualTo(new CpuInfo(2, 4));
      domain.disks().throttle("disk0", IoTune.totalIops(500), Apply.LIVE);
      assertThat(domain.disks().throttling("disk0")).isEqualTo(IoTune.totalIops(500));
    }
    assertThat(qemu().isAlive()).isTrue();
  }

  @Test
  void refusesWhatIsForWhoeverStartedIt() throws Exception {
    DomainDefinition other = SmallMachines.of("other", folder, RealQemu.IDLE).build();
    try (Hypervisor kvm = Hypervisor.connect(uri())) {
      assertThatThrownBy(() -> kvm.domains().define(other))
          .isInstanceOf(UnsupportedFeatureException.class)
          .hasMessageContaining("qmp:///DIR");
      Domain domain = kvm.domains().require("foreign");
      assertThat(domain.support(DomainFeatures.START)).isInstanceOf(Support.No.class);
      assertThatThrownBy(domain::start).isInstanceOf(UnsupportedFeatureException.class);
      assertThatThrownBy(domain::reboot).isInstanceOf(UnsupportedFeatureException.class);
      assertThatThrownBy(domain::undefine).isInstanceOf(UnsupportedFeatureException.class);
      NetworkInterface card = NetworkInterface.virtio().user().build();
      assertThatThrownBy(() -> domain.interfaces().attach(card, Apply.LIVE))
          .isInstanceOf(UnsupportedFeatureException.class)
          .hasMessageContaining("QmpClient");
      assertThatThrownBy(() -> domain.agent().ping())
          .isInstanceOf(UnsupportedFeatureException.class)
          .hasMessageContaining("GuestAgent");
    }
  }

  @Test
  void isGoneWithItsQemu() {
    List<Event> told = new CopyOnWriteArrayList<>();
    try (Hypervisor kvm = Hypervisor.connect(uri())) {
      kvm.events().subscribe(EventFilter.all(), told::add);
      Domain domain = kvm.domains().require("foreign");
      domain.destroy();
      assertThat(kvm.domains().list()).isEmpty();
      assertThatThrownBy(domain::state).isInstanceOf(NotFoundException.class);
      await().until(() -> !told.isEmpty());
      assertThat(told)
          .map(event ->
              ((DomainLifecycleEvent) event).kind() + " " + ((DomainLifecycleEvent) event).reason())
          .containsExactly("stopped destroyed");
    }
  }

  @Test
  void saysSoWhenItsQemuIsKilled() {
    List<Event> told = new CopyOnWriteArrayList<>();
    try (Hypervisor kvm = Hypervisor.connect(uri())) {
      kvm.events().subscribe(EventFilter.all(), told::add);
      qemu().destroyForcibly();
      await().until(() -> kvm.domains().list().isEmpty());
      await().until(() -> !told.isEmpty());
      assertThat(((DomainLifecycleEvent) told.get(0)).reason().value()).isEqualTo("crashed");
    }
  }

  @Test
  void aSocketThatIsNotThere() {
    Path missing = folder.resolve("missing.sock");
    assertThatThrownBy(() -> Hypervisor.connect("qmp+unix://" + missing))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContainingAll(missing.toString(), "no such socket");
  }
}
