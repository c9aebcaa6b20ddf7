package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.OperationFailedException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineFolderTest {

  private static final ErrorContext CONTEXT = ErrorContext.of("domains.define", "domain web-1");

  @TempDir Path temp;
  private MachineFolder folder;

  @BeforeEach
  void folder() {
    folder = new MachineFolder(temp, UUID.randomUUID());
  }

  @Test
  void keepsFilesThatOnlyTheirOwnerSees() throws IOException {
    folder.create(CONTEXT);
    folder.create(CONTEXT);
    assertThat(folder.read(CONTEXT, MachineFile.DEFINITION)).isEmpty();
    folder.write(CONTEXT, MachineFile.DEFINITION, "<domain>ü</domain>");
    folder.write(CONTEXT, MachineFile.DEFINITION, "<domain>é</domain>");
    folder.write(CONTEXT, MachineFile.AUTOSTART, "");

    assertThat(folder.read(CONTEXT, MachineFile.DEFINITION)).contains("<domain>é</domain>");
    assertThat(folder.has(MachineFile.AUTOSTART)).isTrue();
    assertThat(mode(folder.path())).isEqualTo("rwx------");
    assertThat(mode(folder.path(MachineFile.DEFINITION))).isEqualTo("rw-------");
    assertThat(names()).containsExactlyInAnyOrder("domain.xml", "autostart");
    folder.remove(CONTEXT, MachineFile.AUTOSTART, MachineFile.LIVE);
    assertThat(folder.has(MachineFile.AUTOSTART)).isFalse();
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() {
    folder.create(CONTEXT);
    folder.write(CONTEXT, MachineFile.DEFINITION, "old");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> folder.write(CONTEXT, MachineFile.DEFINITION, "new"))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining(folder.path(MachineFile.DEFINITION).toString());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.read(CONTEXT, MachineFile.DEFINITION)).contains("old");
    assertThat(names()).containsExactly("domain.xml");
  }

  @Test
  void whatCannotBeReadOrWrittenIsNamed() throws IOException {
    assertThatThrownBy(() -> folder.write(CONTEXT, MachineFile.DEFINITION, "x"))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining(folder.path(MachineFile.DEFINITION).toString())
        .hasMessageContaining("no such file or folder");
    folder.create(CONTEXT);
    Files.write(folder.path(MachineFile.DEFINITION), new byte[] {'<', (byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> folder.read(CONTEXT, MachineFile.DEFINITION))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining(folder.path(MachineFile.DEFINITION) + " is damaged");
    try (RandomAccessFile huge =
        new RandomAccessFile(folder.path(MachineFile.LIVE).toFile(), "rw")) {
      huge.setLength(1L << 40);
    }
    assertThatThrownBy(() -> folder.read(CONTEXT, MachineFile.LIVE))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("1099511627776 bytes");
    Files.createDirectory(folder.path(MachineFile.LAST_STATE));
    assertThatThrownBy(() -> folder.read(CONTEXT, MachineFile.LAST_STATE))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining(folder.path(MachineFile.LAST_STATE).toString());
  }

  @Test
  void aPathTooLongForASocketIsRefusedBeforeAnythingIsMade() throws IOException {
    int room =
        MachineFolder.LONGEST_SOCKET_PATH
            - folder.path(MachineFile.AGENT_SOCKET).toString().length();
    Path fits = Files.createDirectory(temp.resolve("x".repeat(room - 1)));
    new MachineFolder(fits, folder.uuid()).create(CONTEXT);

    Path long1 = Files.createDirectory(temp.resolve("x".repeat(room)));
    MachineFolder tooLong = new MachineFolder(long1, folder.uuid());
    assertThatThrownBy(() -> tooLong.create(CONTEXT))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining(long1.toString())
        .hasMessageContaining("at least 1 bytes shorter")
        .hasMessageContaining("would have 108 bytes");
    assertThat(tooLong.path()).doesNotExist();
  }

  @Test
  void aFolderThatOthersCanWriteIsRefused() throws IOException {
    Files.createDirectory(folder.path());
    Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwx----w-"));
    assertThatThrownBy(() -> folder.create(CONTEXT))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("chmod 700 " + folder.path());
    Files.delete(folder.path());
    Files.createFile(folder.path(), PrivateFiles.FILE);
    assertThatThrownBy(() -> folder.create(CONTEXT))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("is not a folder");
  }

  @Test
  void isDeletedWithWhatIsItsOwn() throws IOException {
    folder.create(CONTEXT);
    for (MachineFile file : MachineFile.values()) {
      folder.write(CONTEXT, file, "x");
    }
    Files.createFile(folder.path().resolve(".domain.xml.123.tmp"));
    folder.delete(CONTEXT);
    assertThat(folder.path()).doesNotExist();
    folder.delete(CONTEXT);
  }

  @Test
  void staysWhereSomebodyLeftSomethingInIt() throws IOException {
    folder.create(CONTEXT);
    folder.write(CONTEXT, MachineFile.DEFINITION, "x");
    Files.createFile(folder.path().resolve("disk.qcow2"));
    Files.createFile(folder.path().resolve(".mine.tmp"));
    folder.delete(CONTEXT);
    assertThat(names()).containsExactlyInAnyOrder("disk.qcow2", ".mine.tmp");
  }

  private List<String> names() {
    try (Stream<Path> entries = Files.list(folder.path())) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
