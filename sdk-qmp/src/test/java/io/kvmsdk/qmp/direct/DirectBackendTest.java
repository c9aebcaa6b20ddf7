package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainInfo;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.StateReason;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.LifecycleAction;
import io.kvmsdk.domain.display.Vnc;
import io.kvmsdk.domain.passthrough.HostDevice;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.DomainRebootEvent;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.EventFilter;
import io.kvmsdk.event.LifecycleKind;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the contract does not ask of every backend: the state directory, and bad days with QEMU. */
@Timeout(120)
class DirectBackendTest {

  @TempDir Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();
  private String uri = "";

  @BeforeEach
  void uri() {
    uri = "qmp://" + folder.resolve("state") + "?qemu=" + RealQemu.any();
  }

  @AfterEach
  void nothingIsLeftRunning() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    try (Stream<Path> machines =
        Files.exists(state()) ? Files.list(state()) : Stream.<Path>empty()) {
      for (Path machine : machines.filter(Files::isDirectory).toList()) {
        find(machine).ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }

  private Path state() {
    return folder.resolve("state");
  }

  /** The QEMU that a machine's folder tells of. */
  private static Optional<ProcessHandle> find(Path machine) throws IOException {
    Path pid = machine.resolve("pid");
    return Files.exists(pid)
        ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        : Optional.empty();
  }

  private static ProcessHandle process(Path machine) throws IOException {
    return find(machine).orElseThrow();
  }

  private Path folderOf(Domain domain) {
    return state().resolve(domain.uuid().toString());
  }

  private Hypervisor connect() {
    Hypervisor kvm = Hypervisor.connect(uri);
    open.add(kvm);
    return kvm;
  }

  private DomainDefinition.Builder machine(String name, byte[] code) throws IOException {
    return SmallMachines.of(name, folder, code);
  }

  private static void awaitState(Domain domain, DomainState state) {
    await().atMost(RealQemu.PATIENCE).until(() -> domain.state().equals(state));
  }

  @Test
  void findsItsMachineAgainAfterTheJvmWasKilled() throws Exception {
    DomainDefinition definition = machine("web-1", RealQemu.IDLE).title("found").build();
    Path xml = Files.writeString(folder.resolve("web-1.xml"), definition.toXml());
    try (OtherConnection other = new OtherConnection(uri, xml)) {
      assertThat(other.awaitReady()).isEqualTo("running");
    }
    Hypervisor kvm = connect();
    Domain domain = kvm.domains().require("web-1");
    assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
    assertThat(domain.definition().title()).contains("found");
    assertThat(domain.definition().disk("vda")).isPresent();
    assertThat(domain.info().persistent()).isTrue();

    List<Event> told = new CopyOnWriteArrayList<>();
    kvm.events().subscribe(EventFilter.domain(domain.uuid()), told::add);
    domain.suspend();
    assertThat(domain.state()).isEqualTo(DomainState.PAUSED);
    domain.destroy();
    await().until(() -> told.size() == 2);
    assertThat(told)
        .extracting(event -> ((DomainLifecycleEvent) event).kind())
        .containsExactly(LifecycleKind.SUSPENDED, LifecycleKind.STOPPED);
  }

  @Test
  void saysWhyAMachineEndedWhileNobodyWasThere() throws Exception {
    Hypervisor first = connect();
    Domain killed = first.domains().define(machine("killed", RealQemu.IDLE).build());
    killed.start();
    Domain off = first.domains().define(machine("off", RealQemu.POWER_OFF).build());
    off.startPaused();
    Domain gone = first.domains().create(machine("gone", RealQemu.IDLE).build());
    first.close();

    end(killed);
    end(gone);
    ProcessHandle qemu = process(folderOf(off));
    try (QmpClient client = QmpClient.connect(folderOf(off).resolve("qmp.sock"))) {
      client.execute(QmpCommand.of("cont"));
    }
    await().atMost(RealQemu.PATIENCE).until(() -> !qemu.isAlive());

    Hypervisor second = connect();
    DomainInfo afterKill = second.domains().require("killed").info();
    assertThat(afterKill.state()).isEqualTo(DomainState.SHUTOFF);
    assertThat(afterKill.reason()).isEqualTo(StateReason.CRASHED);
    DomainInfo afterShutdown = second.domains().require("off").info();
    assertThat(afterShutdown.state()).isEqualTo(DomainState.SHUTOFF);
    assertThat(afterShutdown.reason()).isEqualTo(StateReason.SHUTDOWN);
    assertThat(second.domains().find("gone")).isEmpty();
    assertThat(folderOf(gone)).doesNotExist();
    second.close();

    // And still, when it is asked once more.
    Hypervisor third = connect();
    assertThat(third.domains().require("killed").info().reason()).isEqualTo(StateReason.CRASHED);
  }

  private void end(Domain domain) throws IOException {
    ProcessHandle qemu = process(folderOf(domain));
    qemu.destroyForcibly();
    await().atMost(RealQemu.PATIENCE).until(() -> !qemu.isAlive());
  }

  @Test
  void aGuestThatResetsIsGoneWhereItsDefinitionSaysSo() throws Exception {
    Hypervisor kvm = connect();
    Domain domain =
        kvm.domains()
            .define(machine("reset", RealQemu.RESET).onReboot(LifecycleAction.DESTROY).build());
    domain.start();
    awaitState(domain, DomainState.SHUTOFF);
    assertThat(domain.info().reason()).isEqualTo(StateReason.SHUTDOWN);
  }

  @Test
  void aGuestThatPowersOffBootsAgainWhereItsDefinitionSaysSo() throws Exception {
    Hypervisor kvm = connect();
    DomainDefinition definition =
        machine("again", RealQemu.POWER_OFF).onPoweroff(LifecycleAction.RESTART).build();
    Domain domain = kvm.domains().define(definition);
    List<Event> told = new CopyOnWriteArrayList<>();
    kvm.events().subscribe(EventFilter.domain(domain.uuid()), told::add);
    domain.start();
    await()
        .atMost(RealQemu.PATIENCE)
        .until(() -> told.stream().filter(DomainRebootEvent.class::isInstance).count() >= 2);
    assertThat(told)
        .filteredOn(DomainLifecycleEvent.class::isInstance)
        .extracting(event -> ((DomainLifecycleEvent) event).kind())
        .containsExactly(LifecycleKind.STARTED);
    domain.destroy();
  }

  @Test
  void aGuestThatPowersOffIsKeptWhereItsDefinitionSaysSo() throws Exception {
    Hypervisor kvm = connect();
    DomainDefinition definition =
        machine("kept", RealQemu.POWER_OFF).onPoweroff(LifecycleAction.PRESERVE).build();
    Domain domain = kvm.domains().define(definition);
    domain.start();
    awaitState(domain, DomainState.SHUTDOWN);
    domain.destroy();
    assertThat(domain.state()).isEqualTo(DomainState.SHUTOFF);
  }

  @Test
  void aPasswordIsToldToQemuAndToNobodyElse() throws Exception {
    String password = "s3cr3t-7";
    Hypervisor kvm = connect();
    DomainDefinition definition =
        machine("vnc", RealQemu.IDLE).addGraphics(Vnc.builder().password(password).build()).build();
    Domain domain = kvm.domains().define(definition);
    domain.start();
    Path proc = Path.of("/proc", Long.toString(process(folderOf(domain)).pid()));
    for (String file : List.of("cmdline", "environ")) {
      String text = Files.readString(proc.resolve(file), StandardCharsets.ISO_8859_1);
      assertThat(text).as(file).isNotEmpty().doesNotContain(password);
    }
    assertThat(Files.readString(folderOf(domain).resolve("qemu.log"))).doesNotContain(password);
    assertThat(domain.definition().toXml()).doesNotContain(password);
    assertThat(domain.inactiveDefinition().toXml()).doesNotContain(password);
    assertThat(domain.toString() + kvm + definition).doesNotContain(password);
    try (Stream<Path> files = Files.walk(state())) {
      // QEMU makes its sockets as it likes; nobody else comes through the folders to them.
      for (Path file : files.filter(it -> !isSocket(it)).toList()) {
        assertThat(Files.getPosixFilePermissions(file))
            .as("%s", file)
            .doesNotContain(
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.GROUP_WRITE,
                PosixFilePermission.OTHERS_READ,
                PosixFilePermission.OTHERS_WRITE);
      }
    }
    domain.destroy();
  }

  private static boolean isSocket(Path file) {
    return !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  @Test
  void startsWhatIsMarkedForItOnceABoot() throws Exception {
    Hypervisor first = connect();
    Domain marked = first.domains().define(machine("marked", RealQemu.IDLE).build());
    first.domains().define(machine("other", RealQemu.IDLE).build());
    marked.setAutostart(true);
    first.close();

    Hypervisor second = connect();
    assertThat(second.domains().require("marked").state()).isEqualTo(DomainState.SHUTOFF);
    second.close();

    Files.writeString(state().resolve("boot-id"), "another boot\n");
    Hypervisor third = connect();
    awaitState(third.domains().require("marked"), DomainState.RUNNING);
    assertThat(third.domains().require("other").state()).isEqualTo(DomainState.SHUTOFF);
    third.domains().require("marked").destroy();
  }

  @Test
  void aMachineWhoseMonitorHangsHoldsUpNoOther() throws Exception {
    Hypervisor first = connect();
    Domain stuck = first.domains().define(machine("stuck", RealQemu.IDLE).build());
    Domain fine = first.domains().define(machine("fine", RealQemu.IDLE).build());
    stuck.start();
    fine.start();
    first.close();

    signal(process(folderOf(stuck)), "STOP");
    try {
      Hypervisor second = connect();
      assertThat(second.domains().require("fine").state()).isEqualTo(DomainState.RUNNING);
      Domain again = second.domains().require("stuck");
      assertThat(again.state()).isEqualTo(new DomainState("unresponsive"));
      assertThatThrownBy(() -> again.withTimeout(Duration.ofMillis(500)).suspend())
          .isInstanceOf(HypervisorException.class)
          .hasMessageContaining("monitor");
      signal(process(folderOf(stuck)), "CONT");
      again.suspend();
      assertThat(again.state()).isEqualTo(DomainState.PAUSED);
      again.destroy();
      second.domains().require("fine").destroy();
    } finally {
      Optional<ProcessHandle> qemu = find(folderOf(stuck));
      if (qemu.isPresent()) {
        signal(qemu.get(), "CONT");
      }
    }
  }

  private static void signal(ProcessHandle process, String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void aQemuThatIsNotThere() throws Exception {
    Hypervisor kvm = connect();
    Path missing = folder.resolve("qemu-system-x86_64");
    Domain domain =
        kvm.domains().define(machine("none", RealQemu.IDLE).emulator(missing.toString()).build());
    assertThatThrownBy(domain::start)
        .isInstanceOf(UnsupportedFeatureException.class)
        .hasMessageContainingAll(missing.toString(), "qemu-system-x86");
    assertThatThrownBy(() -> Hypervisor.connect("qmp://" + folder + "/two?qemu=" + missing))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContainingAll(missing.toString(), "qemu-system-x86");
  }

  @Test
  void whatCannotBeHadIsRefusedBeforeAnythingIsKept() throws Exception {
    Hypervisor kvm = connect();
    HostDevice device = HostDevice.usb(0x1234, 0xbeef);
    DomainDefinition odd = machine("odd", RealQemu.IDLE).addHostDevice(device).build();
    assertThatThrownBy(() -> kvm.domains().define(odd))
        .isInstanceOf(UnsupportedFeatureException.class)
        .hasMessageContaining("domain/devices/hostdev");
    assertThat(kvm.domains().find("odd")).isEmpty();
  }

  @Test
  void urisThatSayTooLittleOrTooMuch() {
    for (String bad :
        List.of("qmp:", "qmp://host/dir", "qmp:///", "qmp:///x?colour=red", "qmp:///x?qemu=rel")) {
      assertThatThrownBy(() -> Hypervisor.connect(bad))
          .as(bad)
          .isInstanceOf(ConnectFailedException.class)
          .hasMessageContaining(bad);
    }
  }

  @Test
  void aStateDirectoryWhosePathIsTooLongForSockets() throws Exception {
    Path deep = folder.resolve("x".repeat(60)).resolve("y".repeat(40));
    ConnectOptions options = ConnectOptions.DEFAULT;
    assertThatThrownBy(
            () -> {
              try (Hypervisor kvm = Hypervisor.connect("qmp://" + deep, options)) {
                kvm.domains().define(machine("deep", RealQemu.IDLE).build());
              }
            })
        .isInstanceOf(HypervisorException.class)
        .hasMessageContainingAll(deep.toString(), "107", "shorter");
  }
}
