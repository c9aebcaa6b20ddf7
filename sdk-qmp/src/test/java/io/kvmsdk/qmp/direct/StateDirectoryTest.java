package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.ConflictException;
import io.kvmsdk.error.ConnectFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateDirectoryTest {

  private static final UUID WEB = UUID.fromString("11111111-2222-4333-8444-555555555555");

  private final Call call = RealQemu.connectCall(RealQemu.PATIENCE);

  @TempDir Path temp;

  @Test
  void isMadeWithItsParentsForItsOwnerOnly() throws IOException {
    Path directory = temp.resolve("a/b/vms");
    try (StateDirectory state = StateDirectory.open(call, directory)) {
      assertThat(state.path()).isEqualTo(directory.toRealPath());
      assertThat(mode(directory)).isEqualTo("rwx------");
      assertThat(mode(directory.resolve("lock"))).isEqualTo("rw-------");
      assertThat(state.machines(call.context())).isEmpty();
    }
  }

  @Test
  void isRefusedWhereOthersCanWrite() throws IOException {
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxrwx---"));
    assertThatThrownBy(() -> StateDirectory.open(call, temp))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining(temp.toString())
        .hasMessageContaining("rwxrwx---")
        .hasMessageContaining("chmod 700 ");
  }

  @Test
  void isRefusedWhereItIsAnotherUsers() {
    Path root = Path.of("/proc/sys");
    boolean isRoot = "root".equals(System.getProperty("user.name"));
    Path others = isRoot ? ownedByAnother() : root;
    assertThatThrownBy(() -> StateDirectory.open(call, others))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining(others + " belongs to user ");
  }

  private Path ownedByAnother() {
    try {
      Path others = Files.createDirectory(temp.resolve("others"));
      Files.setAttribute(others, "unix:uid", 65534);
      return others;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void isRefusedWhereItIsAFile() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));
    assertThatThrownBy(() -> StateDirectory.open(call, file))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> StateDirectory.open(call, file.resolve("vms")))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining(file.resolve("vms").toString());
  }

  @Test
  void isDrivenByOneConnectionOfAProcess() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), temp.resolve("vms"));
    try (StateDirectory first = StateDirectory.open(call, temp.resolve("vms"))) {
      for (Path name : new Path[] {first.path(), link}) {
        assertThatThrownBy(() -> StateDirectory.open(call, name))
            .isInstanceOf(ConflictException.class)
            .hasMessageContaining(first.path().toString())
            .hasMessageContaining("this process (pid " + ProcessHandle.current().pid() + ")");
      }
      first.close();
      StateDirectory.open(call, link).close();
    }
  }

  @Test
  void isDrivenByOneProcess() throws Exception {
    Path directory = temp.resolve("vms");
    try (OtherJvm other = new OtherJvm(directory)) {
      assertThat(other.awaitReady()).isEqualTo("open");
      // Twice: the first attempt must not leave anything that changes the second one's answer.
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> StateDirectory.open(call, directory))
            .isInstanceOf(ConflictException.class)
            .hasMessageContaining(directory.toRealPath().toString())
            .hasMessageContaining("another process (pid " + other.pid() + ")");
      }
    }
    StateDirectory.open(call, directory).close();
  }

  @Test
  void aRefusedAttemptLeavesTheLockWithItsOwner() throws Exception {
    Path directory = temp.resolve("vms");
    try (StateDirectory first = StateDirectory.open(call, directory)) {
      assertThatThrownBy(() -> StateDirectory.open(call, directory))
          .isInstanceOf(ConflictException.class);
      try (OtherJvm other = new OtherJvm(first.path())) {
        assertThat(other.awaitReady()).isEqualTo("refused");
      }
    }
  }

  @Test
  void listsMachinesAndLeavesAloneWhatIsNone() throws IOException {
    try (StateDirectory state = StateDirectory.open(call, temp.resolve("vms"))) {
      MachineFolder web = state.machine(WEB);
      web.create(call.context());
      web.write(call.context(), MachineFile.DEFINITION, "<domain/>");
      MachineFolder running = state.machine(UUID.randomUUID());
      running.create(call.context());
      running.write(call.context(), MachineFile.LIVE, "<domain/>");
      MachineFolder empty = state.machine(UUID.randomUUID());
      empty.create(call.context());
      MachineFolder open = state.machine(UUID.randomUUID());
      open.create(call.context());
      open.write(call.context(), MachineFile.DEFINITION, "<domain/>");
      Files.setPosixFilePermissions(open.path(), PosixFilePermissions.fromString("rwxrwxrwx"));
      Path notes = Files.writeString(state.path().resolve("notes.txt"), "mine");
      Path shortForm = Files.createDirectory(state.path().resolve("1-1-1-1-1"));
      Path file = Files.createFile(state.path().resolve(UUID.randomUUID().toString()));
      assertThat(state.claimBoot(call.context())).isTrue();

      assertThat(state.machines(call.context()))
          .extracting(MachineFolder::uuid)
          .containsExactlyInAnyOrder(WEB, running.uuid());
      assertThat(notes).exists();
      assertThat(shortForm).exists();
      assertThat(file).exists();
      assertThat(empty.path()).exists();
    }
  }

  @Test
  void aBootIsClaimedOnce() {
    Path directory = temp.resolve("vms");
    try (StateDirectory state = StateDirectory.open(call, directory)) {
      assertThat(state.claimBoot(call.context())).isTrue();
      assertThat(state.claimBoot(call.context())).isFalse();
    }
    try (StateDirectory state = StateDirectory.open(call, directory)) {
      assertThat(state.claimBoot(call.context())).isFalse();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
