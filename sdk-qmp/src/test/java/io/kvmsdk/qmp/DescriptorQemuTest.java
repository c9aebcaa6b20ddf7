package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.qmp.PassedFile.Access;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Open files for QEMU. */
@Timeout(60)
class DescriptorQemuTest {

  @TempDir Path folder;
  private MonitorQemu qemu;
  private PipeDriver driver;
  private long socketsBefore;
  private Path disk;

  @BeforeEach
  void start() throws Exception {
    qemu = MonitorQemu.start(folder);
    disk = Files.write(folder.resolve("disk.raw"), new byte[1 << 20]);
    Descriptors.require(); // JNA keeps a file open
    socketsBefore = Leaks.sockets();
    driver = PipeDriver.connect(QmpEndpoint.unix(qemu.socket()).passingDescriptors()).greeted();
  }

  @AfterEach
  void end() throws Exception {
    if (driver != null) {
      driver.close();
      Leaks.assertNone(socketsBefore);
    }
    if (qemu != null) {
      qemu.close();
    }
  }

  private static String command(String name, String arguments) {
    return "{\"execute\": \"%s\", \"arguments\": {%s}}".formatted(name, arguments);
  }

  private static List<String> openFiles() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.map(DescriptorQemuTest::target).filter(name -> name.contains("disk.raw")).toList();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed since it was listed
    }
  }

  @Test
  void aNamedDescriptor() throws Exception {
    assertThat(
            driver.execute(
                command("getfd", "\"fdname\": \"one\""), PassedFile.open(disk, Access.READ)))
        .hasToString("{\"return\":{}}");
    assertThat(openFiles()).isEmpty();
    assertThat(driver.execute(command("closefd", "\"fdname\": \"one\"")))
        .hasToString("{\"return\":{}}");
    assertThat(driver.execute(command("closefd", "\"fdname\": \"one\"")).has("error")).isTrue();
  }

  @Test
  void aDiskOnAPassedFile() throws Exception {
    JsonNode added =
        driver.execute(
            command("add-fd", "\"fdset-id\": 5, \"opaque\": \"disk\""),
            PassedFile.open(disk, Access.READ_WRITE));
    assertThat(added.at("/return/fdset-id").asInt()).isEqualTo(5);
    Files.delete(disk); // QEMU has it all the same
    assertThat(driver.execute(command("query-fdsets", "")).at("/return/0/fds/0/opaque").asText())
        .isEqualTo("disk");
    assertThat(
            driver.execute(
                command(
                    "blockdev-add",
                    "\"driver\": \"raw\", \"node-name\": \"d\", \"file\": {\"driver\": \"file\","
                        + " \"filename\": \"/dev/fdset/5\"}")))
        .hasToString("{\"return\":{}}");
    assertThat(
            driver
                .execute(command("query-named-block-nodes", "\"flat\": true"))
                .at("/return/0/image/virtual-size")
                .asLong())
        .isEqualTo(1 << 20);
  }

  @Test
  void whatIsReadOnlyStaysSo() throws Exception {
    driver.execute(command("add-fd", "\"fdset-id\": 1"), PassedFile.open(disk, Access.READ));
    assertThat(
            driver
                .execute(
                    command(
                        "blockdev-add",
                        "\"driver\": \"file\", \"node-name\": \"d\", \"filename\": \"/dev/fdset/1\""))
                .at("/error/desc")
                .asText())
        .contains("/dev/fdset/1");
  }

  @Test
  void aNumberOfTheUsersOwnStaysOpen() throws Exception {
    try (PassedFile.Opened mine = PassedFile.open(disk, Access.READ).open()) {
      PassedFile file = PassedFile.descriptor(mine.number());
      for (String name : List.of("a", "b")) {
        assertThat(driver.execute(command("getfd", "\"fdname\": \"" + name + "\""), file))
            .hasToString("{\"return\":{}}");
      }
      assertThat(openFiles()).hasSize(1);
    }
  }

  @Test
  void anOrdinaryCommandBesides() throws Exception {
    assertThat(driver.execute(command("getfd", "\"fdname\": \"none\"")).at("/error/desc").asText())
        .contains("SCM_RIGHTS");
    assertThat(driver.execute(command("query-version", "")).has("return")).isTrue();
  }

  @Test
  void nothingIsSentAfterTheEnd() throws Exception {
    driver.close();
    try (PassedFile.Opened file = PassedFile.open(disk, Access.READ).open()) {
      ByteBuffer bytes = ByteBuffer.wrap(new byte[1]);
      assertThatThrownBy(() -> ((DescriptorPipe) driver.pipe()).write(bytes, file.number()))
          .isInstanceOf(ClosedChannelException.class);
    }
  }

  @Test
  void theSocketHasNoNameAnyMore() throws Exception {
    SocketChannel channel = (SocketChannel) driver.pipe().selectable();
    Path name = ((UnixDomainSocketAddress) channel.getLocalAddress()).getPath();
    assertThat(name.toString()).isNotEmpty();
    assertThat(name).doesNotExist();
    assertThat(name.getParent()).doesNotExist();
  }

  @Test
  void filesThatCannotBeOpened() {
    assertThatThrownBy(() -> PassedFile.open(folder.resolve("missing"), Access.READ).open())
        .isInstanceOf(EndpointException.class)
        .hasMessageContainingAll("missing", "READ", "No such file");
    assertThatThrownBy(() -> PassedFile.open(folder, Access.READ_WRITE).open())
        .hasMessageContaining("Is a directory");
    assertThatThrownBy(() -> PassedFile.descriptor(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
