package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.ConnectFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class QemuBinaryTest {

  private final Call call = RealQemu.connectCall(RealQemu.PATIENCE);

  @TempDir Path temp;

  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.direct.RealQemu#all")
  void tellsWhatItCanDo(Path path) throws IOException {
    QemuCapabilities found = QemuBinary.at(call, path).capabilities(call);

    Process version = new ProcessBuilder(path.toString(), "-version").start();
    assertThat(version.inputReader().readLine())
        .contains("version " + found.version())
        .contains(found.packaged());
    assertThat(found.architecture()).isEqualTo("x86_64");
    QemuCapabilities.MachineType q35 = found.machine("q35").orElseThrow();
    assertThat(found.machine(q35.name())).contains(q35);
    assertThat(q35.maxCpus()).isGreaterThan(100);
    assertThat(q35.hotpluggableCpus()).isTrue();
    assertThat(found.machine("toaster")).isEmpty();
    assertThat(found.cpuModels()).contains("qemu64", "max");
    assertThat(found.schema().supports("block_set_io_throttle", "bps")).isTrue();
    if (Files.notExists(Path.of("/dev/kvm"))) {
      assertThat(found.kvm()).isFalse();
    }
  }

  @Test
  void isAskedOnceAndAgainWhenReplaced() throws IOException {
    Path program = program("exec " + RealQemu.any() + " \"$@\"");
    QemuBinary binary = QemuBinary.at(call, program);
    QemuCapabilities first = binary.capabilities(call);
    assertThat(binary.capabilities(call)).isSameAs(first);
    Files.setLastModifiedTime(program, FileTime.fromMillis(0));
    assertThat(binary.capabilities(call)).isNotSameAs(first);
  }

  @ParameterizedTest
  @CsvSource({
    "qemu-system-x86_64,  qemu-system-x86",
    "qemu-system-aarch64, qemu-system-arm",
    "qemu-system-s390x,   qemu-system-misc"
  })
  void aMissingOneIsNamedWithItsPackage(String name, String debianPackage) {
    Path missing = temp.resolve(name);
    assertThatThrownBy(() -> QemuBinary.at(call, missing))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageEndingWith("package of it is " + debianPackage);
    String architecture = name.substring("qemu-system-".length());
    assertThatThrownBy(() -> QemuBinary.onPath(call, architecture, temp + ":/nonexistent"))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("no " + name + " in the PATH (" + temp + ":/nonexistent)")
        .hasMessageEndingWith("package of it is " + debianPackage);
  }

  @Test
  void isTheFirstOnThePathThatCanBeRun() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("first"));
    Files.createFile(folder.resolve("qemu-system-x86_64"));
    Path program = program("exit 0");
    assertThat(QemuBinary.onPath(call, "x86_64", folder + "::" + temp).path()).isEqualTo(program);
  }

  @Test
  void whatCannotBeRunIsRefused() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));
    for (Path path : new Path[] {file, temp}) {
      assertThatThrownBy(() -> QemuBinary.at(call, path))
          .isInstanceOf(ConnectFailedException.class)
          .hasMessageContaining(path + " is not a program that this user can run");
    }
  }

  @Test
  void whatIsNotQemuIsRefused() throws IOException {
    QemuBinary liar =
        new QemuBinary(program("echo '{\"QMP\": 1} nonsense'; echo oops >&2; exit 3"));
    assertThatThrownBy(() -> liar.capabilities(call))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining(liar.path() + " does not answer as QEMU does; it said: oops");
  }

  @Test
  void whatNeverAnswersIsKilled() throws IOException {
    Path pid = temp.resolve("pid");
    QemuBinary silent = new QemuBinary(program("echo $$ >" + pid + "; exec sleep 600"));
    Call hasty = RealQemu.connectCall(Duration.ofMillis(500));
    assertThatThrownBy(() -> silent.capabilities(hasty))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining(silent.path() + " did not tell within PT0.5S");
    assertThat(hasty.deadline().isPast()).isTrue();
    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())))
        .satisfiesAnyOf(
            p -> assertThat(p).isEmpty(), p -> p.orElseThrow().onExit().get(10, TimeUnit.SECONDS));
  }

  private Path program(String script) throws IOException {
    Path program =
        Files.createFile(
            temp.resolve("qemu-system-x86_64"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return Files.writeString(program, "#!/bin/sh\n" + script + "\n");
  }
}
