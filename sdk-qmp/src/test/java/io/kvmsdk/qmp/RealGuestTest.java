package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.qmp.agent.FreezeGuard;
import io.kvmsdk.qmp.agent.Guest;
import io.kvmsdk.qmp.agent.GuestFile;
import io.kvmsdk.qmp.agent.GuestProcess;
import io.kvmsdk.qmp.agent.GuestProgram;
import io.kvmsdk.qmp.agent.GuestResult;
import io.kvmsdk.qmp.agent.StreamedProcess;
import io.kvmsdk.qmp.agent.command.GuestFstrim;
import io.kvmsdk.qmp.agent.command.GuestGetFsinfo;
import io.kvmsdk.qmp.agent.command.GuestGetHostName;
import io.kvmsdk.qmp.agent.command.GuestGetLoad;
import io.kvmsdk.qmp.agent.command.GuestGetOsinfo;
import io.kvmsdk.qmp.agent.command.GuestGetUsers;
import io.kvmsdk.qmp.agent.command.GuestSshAddAuthorizedKeys;
import io.kvmsdk.qmp.agent.command.GuestSshGetAuthorizedKeys;
import io.kvmsdk.qmp.agent.command.GuestSshRemoveAuthorizedKeys;
import io.kvmsdk.qmp.agent.type.QGASeek;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real agent in a guest that was booted once for all of this. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealGuestTest {

  private static final int LAST = Integer.MAX_VALUE;
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static GuestQemu qemu;
  private static Guest guest;

  @BeforeAll
  static void boot() throws Exception {
    qemu = new GuestQemu(folder);
    guest = Guest.connect(qemu.agent());
    guest.agent().ping(io.kvmsdk.call.Deadline.after(LONG));
    run("mke2fs", "/dev/vda");
    run("mount", "-t", "ext4", "/dev/vda", "/mnt");
  }

  @AfterAll
  static void end() {
    if (guest != null) {
      guest.close();
    }
    if (qemu != null) {
      qemu.close();
    }
  }

  private static GuestResult run(String path, String... arguments) {
    GuestResult result = guest.programs().run(GuestProgram.of(path, arguments).withTimeout(LONG));
    assertThat(result.succeeded()).as(() -> result + ": " + result.errorText()).isTrue();
    return result;
  }

  @Test
  void runsPrograms() {
    GuestProgram program =
        GuestProgram.of("/bin/sh", "-c", "cat; echo \"$A\" >&2; exit 3")
            .withEnvironment(Map.of("A", "x y", "PATH", "/bin"))
            .withInput("in".getBytes(StandardCharsets.UTF_8));
    GuestResult result = guest.programs().run(program);
    assertThat(result.outputText()).isEqualTo("in");
    assertThat(result.errorText()).isEqualTo("x y\n");
    assertThat(result.exitCode()).contains(3L);
    assertThat(run("echo", "two  words", "; false").outputText()).isEqualTo("two  words ; false\n");
    assertThatThrownBy(() -> guest.programs().run("/no/such"))
        .isInstanceOf(OperationFailedException.class);
  }

  @Test
  void aProgramThatDoesNotEndCanBeKilled() {
    GuestProgram sleep = GuestProgram.of("sleep", "1000");
    assertThatThrownBy(() -> guest.programs().run(sleep.withTimeout(Duration.ofSeconds(1))))
        .isInstanceOf(TimedOutException.class)
        .hasMessageContaining("process id");
    GuestProcess process = guest.programs().start(sleep);
    assertThat(process.poll()).isEmpty();
    process.kill();
    assertThat(process.await(LONG).signal()).contains(9L);
    process.kill();
  }

  @Test
  void outputIsStreamedWhileTheProgramRuns() throws Exception {
    run("mkfifo", "/tmp/go");
    GuestProgram program =
        GuestProgram.of(
            "sh", "-c", "echo \"first $1\"; read -r x </tmp/go; echo $x; exit 5", "sh", "a b");
    String before = run("ls", "/tmp").outputText();
    try (StreamedProcess streamed = guest.programs().stream(program);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(streamed.output(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("first a b");
      assertThat(streamed.process().poll()).isEmpty();
      run("sh", "-c", "echo second >/tmp/go");
      assertThat(lines.readLine()).isEqualTo("second");
      assertThat(lines.readLine()).isNull();
      assertThat(streamed.errors().readAllBytes()).isEmpty();
      assertThat(streamed.process().await(LONG).exitCode()).contains(5L);
    }
    assertThat(run("ls", "/tmp").outputText()).isEqualTo(before);
  }

  @Test
  void aStreamThatIsClosedEarlyEndsTheProgram() throws Exception {
    GuestProcess process;
    try (StreamedProcess streamed = guest.programs().stream(GuestProgram.of("yes"))) {
      process = streamed.process();
      assertThat(streamed.output().read()).isEqualTo('y');
    }
    assertThat(process.await(LONG).signal()).contains(9L);
    try (StreamedProcess streamed = guest.programs().stream(GuestProgram.of("/no/such"))) {
      assertThat(streamed.errors().readAllBytes()).isNotEmpty();
      assertThat(streamed.process().await(LONG).exitCode()).contains(127L);
    }
  }

  @Test
  void filesAreWrittenAndRead() throws Exception {
    byte[] bytes = new byte[700_001];
    new Random(2).nextBytes(bytes);
    try (OutputStream out = guest.files().write("/run/big")) {
      out.write(bytes, 0, 500_000);
    }
    try (OutputStream out = guest.files().append("/run/big")) {
      out.write(bytes, 500_000, 200_001);
    }
    try (InputStream in = guest.files().read("/run/big")) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
    try (GuestFile file = guest.files().open("/run/big", "r+")) {
      assertThat(file.seek(-1, QGASeek.END)).isEqualTo(700_000);
      assertThat(file.read(100)).containsExactly(bytes[700_000]);
      assertThat(file.read(100)).isEmpty();
      assertThat(file.seek(0, QGASeek.SET)).isZero();
      file.write(new byte[] {42});
      assertThat(file.seek(0, QGASeek.SET)).isZero();
      assertThat(file.read(1)).containsExactly(42);
    }
    assertThat(guest.files().readAll("/etc/hostname", ByteSize.kibibytes(1)))
        .asString()
        .isEqualTo("tiny\n");
    assertThatThrownBy(() -> guest.files().read("/no/such"))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("No such file");
  }

  @Test
  void freezesAndThaws() {
    assertThat(guest.fileSystems().areFrozen()).isFalse();
    try (FreezeGuard guard = guest.fileSystems().freeze(LONG)) {
      assertThat(guard.count()).isEqualTo(1);
      assertThat(guest.fileSystems().areFrozen()).isTrue();
      assertThat(guest.agent().supports(GuestFstrim.class)).isFalse();
      assertThatThrownBy(() -> guest.programs().run("true"))
          .isInstanceOf(InvalidStateException.class)
          .hasMessageContaining("frozen");
      assertThatThrownBy(() -> guest.fileSystems().freeze(LONG))
          .isInstanceOf(InvalidStateException.class);
      assertThat(guard.isHeld()).isTrue();
    }
    assertThat(guest.fileSystems().areFrozen()).isFalse();
    run("touch", "/mnt/file");
  }

  @Test
  void whoForgetsToThawIsHelped() {
    FreezeGuard guard = guest.fileSystems().freeze(Duration.ofSeconds(1));
    await().atMost(LONG).until(() -> !guest.fileSystems().areFrozen());
    await().until(() -> !guard.isHeld());
    run("touch", "/mnt/other");
    assertThatThrownBy(guard::close).isInstanceOf(InvalidStateException.class);
  }

  @Test
  void whatAnotherLeftFrozenIsThawed() {
    assertThat(guest.agent().execute(QmpCommand.of("guest-fsfreeze-freeze")).asInt()).isEqualTo(1);
    assertThat(guest.fileSystems().thawIfFrozen()).isTrue();
    assertThat(guest.fileSystems().thawIfFrozen()).isFalse();
    run("touch", "/mnt/third");
  }

  @Test
  void trims() {
    run("dd", "if=/dev/zero", "of=/mnt/zeros", "bs=1M", "count=8");
    run("rm", "/mnt/zeros");
    run("sync");
    var trimmed = guest.fileSystems().trim(ByteSize.ZERO);
    assertThat(trimmed.errors()).isEmpty();
    assertThat(trimmed.trimmed()).isGreaterThanOrEqualTo(ByteSize.mebibytes(8));
  }

  @Test
  void tellsOfItself() throws Exception {
    assertThat(guest.agent().execute(GuestGetOsinfo.INSTANCE).id()).contains("tiny");
    assertThat(guest.agent().execute(GuestGetUsers.INSTANCE)).isEmpty();
    assertThat(guest.system().addresses().get(MacAddress.of("52:54:00:12:34:56")))
        .extracting(java.net.InetAddress::getHostAddress)
        .contains("10.0.2.15");
    assertThat(guest.hardware().onlineMemory()).isGreaterThan(ByteSize.mebibytes(128));
    if (!guest.agent().supports(GuestGetLoad.class)) { // of a newer agent
      assertThatThrownBy(() -> guest.agent().execute(GuestGetLoad.INSTANCE))
          .isInstanceOf(UnsupportedFeatureException.class);
    }
  }

  @Test
  void whatIsOneCommandIsExecuted() {
    GuestAgent agent = guest.agent();
    assertThat(agent.execute(GuestGetHostName.INSTANCE).hostName()).isEqualTo("tiny");
    assertThat(agent.execute(GuestGetFsinfo.INSTANCE))
        .anySatisfy(each -> assertThat(each.mountpoint()).isEqualTo("/mnt"));
    String key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGuest";
    agent.execute(GuestSshAddAuthorizedKeys.builder().username("root").addKeys(key).build());
    assertThat(agent.execute(GuestSshGetAuthorizedKeys.builder().username("root").build()).keys())
        .containsExactly(key);
    agent.execute(GuestSshRemoveAuthorizedKeys.builder().username("root").addKeys(key).build());
    assertThat(agent.execute(GuestSshGetAuthorizedKeys.builder().username("root").build()).keys())
        .isEmpty();
  }

  @Test
  void takesCpusOffline() {
    assertThat(guest.hardware().onlineCpus()).isEqualTo(2);
    guest.hardware().setOnlineCpus(1);
    assertThat(guest.hardware().onlineCpus()).isEqualTo(1);
    guest.hardware().setOnlineCpus(2);
    assertThat(guest.hardware().onlineCpus()).isEqualTo(2);
    assertThatThrownBy(() -> guest.hardware().setOnlineCpus(3))
        .isInstanceOf(OperationFailedException.class);
  }

  @Test
  void setsTheClock() {
    Instant then = Instant.parse("2031-02-03T04:05:06Z");
    guest.system().setTime(then);
    assertThat(guest.system().time()).isBetween(then, then.plus(LONG));
  }

  @Test
  void setsAPassword() {
    String before = run("cat", "/etc/shadow").outputText();
    guest.system().setPassword("root", "s3cret".toCharArray());
    assertThat(run("cat", "/etc/shadow").outputText()).startsWith("root:$6$").isNotEqualTo(before);
    guest.system().setHashedPassword("root", "$1$x".toCharArray());
    assertThat(run("cat", "/etc/shadow").outputText()).startsWith("root:$1$x:");
    assertThatThrownBy(() -> guest.system().setPassword("nobody", "s3cret".toCharArray()))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cret"));
  }

  @Test
  @Order(LAST - 1)
  void anAgentThatIsRestarted() throws Exception {
    InputStream in = guest.files().read("/etc/passwd");
    String restart =
        "(sleep 3; p=$(cat /run/qemu-ga.pid); kill $p; while [ -e /proc/$p ]; do sleep 0.1; done;"
            + " exec qemu-ga -d -m virtio-serial -p /dev/virtio-ports/org.qemu.guest_agent.0"
            + " -t /run -f /run/qemu-ga.pid)"
            + " </dev/null >/dev/null 2>&1 &";
    String pid = run("cat", "/run/qemu-ga.pid").outputText();
    GuestProcess process = guest.programs().start(GuestProgram.of("sleep", "1000"));
    run("sh", "-c", restart);
    Guest patient = guest.withTimeout(LONG);
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .until(() -> !patient.programs().run("cat", "/run/qemu-ga.pid").outputText().equals(pid));
    assertThatThrownBy(in::read).isInstanceOf(IOException.class);
    in.close();
    assertThatThrownBy(process::poll).isInstanceOf(OperationFailedException.class);
    assertThat(run("echo", "back").outputText()).isEqualTo("back\n");
  }

  @Test
  @Order(LAST)
  void powersOff() throws Exception {
    guest.system().powerOff();
    assertThat(qemu.awaitEnd()).isTrue();
    assertThat(qemu.console()).contains("TINY poweroff");
  }
}
