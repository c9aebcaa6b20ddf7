package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConflictException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class QemuProcessTest {

  private static final ErrorContext CONTEXT = ErrorContext.of("domain.start", "domain web-1");
  private static final String QEMUS = "io.kvmsdk.qmp.direct.RealQemu#all";

  @TempDir Path temp;
  private MachineFolder folder;

  @BeforeEach
  void folder() throws IOException {
    // QEMU gives % and commas a meaning in some paths.
    Path state = Files.createDirectory(temp.resolve("my vms %d"));
    folder = new MachineFolder(state.toRealPath(), UUID.randomUUID());
  }

  @AfterEach
  void end() throws InterruptedException {
    RealQemu.end(folder);
  }

  private QemuProcess start(Path qemu) {
    return RealQemu.start(qemu, folder, RealQemu.arguments(folder));
  }

  private Optional<QemuProcess> find() {
    return QemuProcess.find(CONTEXT, folder);
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void runsPrivatelyAndOnItsOwn(Path binary) throws IOException {
    QemuProcess qemu = start(binary);

    assertThat(find()).map(QemuProcess::pid).contains(qemu.pid());
    assertThat(mode(MachineFile.QMP_SOCKET)).matches("....-..-.");
    assertThat(mode(MachineFile.PID)).isEqualTo("rw-------");
    assertThat(mode(MachineFile.LOG)).isEqualTo("rw-------");
    Path proc = Path.of("/proc", String.valueOf(qemu.pid()));
    for (int descriptor = 0; descriptor < 3; descriptor++) {
      assertThat(Files.readSymbolicLink(proc.resolve("fd/" + descriptor)))
          .isIn(Path.of("/dev/null"), folder.path(MachineFile.LOG));
    }
    assertThat(session(qemu.pid())).isNotEqualTo(session(ProcessHandle.current().pid()));
    // What a shell adds is there where the program is started by a script.
    assertThat(Files.readString(proc.resolve("environ"), StandardCharsets.ISO_8859_1).split("\0"))
        .allMatch(v -> v.matches("(PATH|HOME|TMPDIR|LANG|PWD|OLDPWD|SHLVL|_|QEMU_MODULE_DIR)=.*"));
    try (QmpClient client = QmpClient.connect(folder.path(MachineFile.QMP_SOCKET))) {
      assertThat(client.execute(QmpCommand.of("query-uuid")).path("UUID").asText())
          .isEqualTo(folder.uuid().toString());
    }
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void outlivesTheJvmThatStartedIt(Path binary) throws Exception {
    Path directory = temp.resolve("vms");
    OtherJvm other = new OtherJvm(directory, binary.toString(), folder.uuid().toString());
    try (other) {
      assertThat(other.awaitReady()).isNotNull();
    }
    var call = RealQemu.connectCall(RealQemu.PATIENCE);
    try (StateDirectory state = StateDirectory.open(call, directory)) {
      folder = state.machine(folder.uuid());
      assertThat(state.machines(CONTEXT)).extracting(MachineFolder::uuid).contains(folder.uuid());
      QemuProcess qemu = find().orElseThrow();
      try (QmpClient client = QmpClient.connect(folder.path(MachineFile.QMP_SOCKET))) {
        assertThat(client.execute(QmpCommand.of("query-status")).path("status").asText())
            .isEqualTo("prelaunch");
      }
      qemu.end(RealQemu.call(folder, RealQemu.PATIENCE));
      assertThat(find()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void aKilledOneLeavesNoWord(Path binary) throws Exception {
    QemuProcess qemu = start(binary);
    run();
    assertThat(ProcessHandle.of(qemu.pid()).orElseThrow().destroyForcibly()).isTrue();
    assertThat(qemu.awaitEnd(Deadline.after(RealQemu.PATIENCE))).isTrue();
    assertThat(qemu.isAlive()).isFalse();
    assertThat(find()).isEmpty();
    assertThat(EndReason.of(CONTEXT, folder)).isEqualTo(EndReason.KILLED);
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void tellsThatItsGuestShutDown(Path binary) throws Exception {
    assertThat(ends(binary, RealQemu.POWER_OFF)).isEqualTo(EndReason.GUEST_SHUTDOWN);
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void tellsThatItWasReset(Path binary) throws Exception {
    assertThat(ends(binary, RealQemu.RESET, "-no-reboot")).isEqualTo(EndReason.RESET);
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void tellsThatASignalEndedIt(Path binary) throws Exception {
    QemuProcess qemu = startDisk(binary, RealQemu.IDLE);
    run();
    qemu.end(RealQemu.call(folder, RealQemu.PATIENCE));
    assertThat(EndReason.of(CONTEXT, folder)).isEqualTo(EndReason.HOST_SIGNAL);
    assertThat(folder.log(CONTEXT).last(5))
        .contains("terminating on signal 15 from pid " + ProcessHandle.current().pid());
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void tellsThatItWasToldToQuit(Path binary) throws Exception {
    QemuProcess qemu = startDisk(binary, RealQemu.IDLE);
    run();
    execute("quit");
    assertThat(qemu.awaitEnd(Deadline.after(RealQemu.PATIENCE))).isTrue();
    assertThat(EndReason.of(CONTEXT, folder)).isEqualTo(EndReason.HOST_QUIT);
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void tellsThatItsGuestShutDownBeforeItWasEnded(Path binary) throws Exception {
    QemuProcess qemu = startDisk(binary, RealQemu.POWER_OFF, "-no-shutdown");
    run();
    try (QmpClient client = QmpClient.connect(folder.path(MachineFile.QMP_SOCKET))) {
      await()
          .atMost(RealQemu.PATIENCE)
          .until(() ->
              client
                  .execute(QmpCommand.of("query-status"))
                  .path("status")
                  .asText()
                  .equals("shutdown"));
    }
    qemu.end(RealQemu.call(folder, RealQemu.PATIENCE));
    assertThat(EndReason.of(CONTEXT, folder)).isEqualTo(EndReason.GUEST_SHUTDOWN);
  }

  @Test
  void oneThatDoesNotGoIsKilled() throws Exception {
    QemuProcess qemu = start(RealQemu.any());
    Process stop = new ProcessBuilder("kill", "-STOP", String.valueOf(qemu.pid())).start();
    assertThat(stop.waitFor()).isZero();
    qemu.end(RealQemu.call(folder, Duration.ofSeconds(2)));
    assertThat(qemu.isAlive()).isFalse();
    qemu.end(RealQemu.call(folder, Duration.ofSeconds(2)));
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void oneThatDoesNotStartSaysWhyAndLeavesNothing(Path binary) {
    List<String> arguments = new ArrayList<>(RealQemu.arguments(folder));
    arguments.addAll(List.of("-drive", "format=raw,file=/nonexistent/disk"));
    assertThatThrownBy(() -> RealQemu.start(binary, folder, arguments))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("exit code 1")
        .hasMessageContaining("Could not open '/nonexistent/disk': No such file or directory");
    assertNothingLeft();
    assertThat(folder.has(MachineFile.LOG)).isTrue();

    assertThatThrownBy(() -> RealQemu.start(binary, folder, List.of("-frobnicate")))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("-frobnicate: invalid option");
    assertThatThrownBy(() -> RealQemu.start(binary, folder, List.of("-version")))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("QEMU ended as soon as it had started; it said:\nQEMU emulator");
    assertThatThrownBy(() -> RealQemu.start(temp.resolve("none"), folder, List.of()))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining(temp.resolve("none").toString());
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void oneThatIsNotReadyInTimeIsKilled(Path binary) {
    folder.create(CONTEXT);
    long begin = System.nanoTime();
    var launch = new QemuLaunch(RealQemu.call(folder, Duration.ofSeconds(1)), binary, folder);
    assertThatThrownBy(() -> launch.start(stuck()))
        .isInstanceOfSatisfying(
            TimedOutException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_APPLIED))
        .hasMessageContaining("within PT1S")
        .hasMessageContaining("QEMU waiting for connection");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    assertNothingLeft();
  }

  @Test
  void oneThatIsNotWaitedForAnyMoreIsKilled() throws Exception {
    Path binary = RealQemu.any();
    folder.create(CONTEXT);
    Thread waiting = Thread.currentThread();
    CompletableFuture<Void> interruption =
        CompletableFuture.runAsync(() -> {
          await().atMost(RealQemu.PATIENCE).until(() -> folder.has(MachineFile.PID));
          waiting.interrupt();
        });
    var launch = new QemuLaunch(RealQemu.call(folder, RealQemu.PATIENCE), binary, folder);
    assertThatThrownBy(() -> launch.start(stuck())).isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    interruption.get(RealQemu.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertNothingLeft();
  }

  @Test
  void aMachineRunsOnce() {
    QemuProcess first = start(RealQemu.any());
    assertThatThrownBy(() -> start(RealQemu.any()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("QEMU (pid " + first.pid() + ") runs this machine already");
    assertThat(first.isAlive()).isTrue();
    assertThat(folder.has(MachineFile.QMP_SOCKET)).isTrue();
  }

  @Test
  void aPidOfAnotherProcessIsNotTaken() {
    folder.create(CONTEXT);
    assertThat(find()).isEmpty();
    folder.write(CONTEXT, MachineFile.PID, ProcessHandle.current().pid() + "\n");
    assertThat(find()).isEmpty();
    folder.write(CONTEXT, MachineFile.PID, "never a number");
    assertThat(find()).isEmpty();
    QemuProcess qemu = start(RealQemu.any());
    assertThat(qemu.pid()).isNotEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void aZombieIsNoProcess() throws Exception {
    // It ends only when its parent is no more the shell, which would reap it.
    String script = "sleep 1 & echo $!; exec sleep 600";
    Process parent = new ProcessBuilder("sh", "-c", script).start();
    try {
      long pid = Long.parseLong(parent.inputReader().readLine());
      await()
          .atMost(RealQemu.PATIENCE)
          .until(() -> ProcStat.of(pid).filter(stat -> stat.state() == 'Z').isPresent());
      assertThat(ProcessHandle.of(pid)).isPresent();
      assertThat(QemuProcess.of(pid)).isEmpty();
    } finally {
      parent.destroyForcibly();
    }
  }

  private List<String> stuck() {
    List<String> arguments = new ArrayList<>(RealQemu.arguments(folder));
    arguments.addAll(
        List.of(
            "-chardev",
            "socket,id=a,server=on,wait=on,path=" + folder.path(MachineFile.AGENT_SOCKET)));
    return arguments;
  }

  private EndReason ends(Path binary, byte[] code, String... more) throws Exception {
    QemuProcess qemu = startDisk(binary, code, more);
    run();
    assertThat(qemu.awaitEnd(Deadline.after(RealQemu.PATIENCE))).isTrue();
    return EndReason.of(CONTEXT, folder);
  }

  private QemuProcess startDisk(Path binary, byte[] code, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(RealQemu.arguments(folder, temp.resolve("disk"), code));
    arguments.addAll(Arrays.asList(more));
    return RealQemu.start(binary, folder, arguments);
  }

  private void run() {
    execute("cont");
  }

  private void execute(String command) {
    try (QmpClient client = QmpClient.connect(folder.path(MachineFile.QMP_SOCKET))) {
      client.execute(QmpCommand.of(command));
    }
  }

  private void assertNothingLeft() {
    assertThat(find()).isEmpty();
    assertThat(folder.has(MachineFile.QMP_SOCKET)).isFalse();
    assertThat(folder.has(MachineFile.AGENT_SOCKET)).isFalse();
    assertThat(folder.has(MachineFile.PID)).isFalse();
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(p -> p.info().commandLine().orElse("").contains(folder.path().toString()));
  }

  private static String session(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
  }

  private String mode(MachineFile file) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(folder.path(file), LinkOption.NOFOLLOW_LINKS));
  }
}
