package io.kvmsdk.qmp;

import static io.kvmsdk.qmp.ScriptedAgent.error;
import static io.kvmsdk.qmp.ScriptedAgent.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.ResourcesExhaustedException;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.qmp.agent.Guest;
import io.kvmsdk.qmp.agent.GuestFile;
import io.kvmsdk.qmp.agent.type.QGASeek;
import io.kvmsdk.units.ByteSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a guest whose agent does as it should, and of others. */
@Timeout(30)
class GuestFilesTest {

  @TempDir Path folder;
  private ScriptedAgent server;
  private Guest guest;
  private long socketsBefore;

  private byte[] content = new byte[0]; // of the one file there is
  private int position;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @BeforeEach
  void open() throws Exception {
    socketsBefore = Leaks.sockets();
    server = new ScriptedAgent(folder);
    guest = Guest.connect(server.path());
    server.returns("guest-file-open", "1000");
    server.on("guest-file-read", this::read);
    server.on("guest-file-write", this::write);
    server.returns("guest-file-flush", "{}").returns("guest-file-close", "{}");
  }

  @AfterEach
  void close() throws Exception {
    guest.close();
    server.close();
    Leaks.assertNone(socketsBefore);
  }

  private String read(JsonNode arguments) {
    assertThat(arguments.path("handle").asInt()).isEqualTo(1000);
    int end = Math.min(content.length, position + arguments.path("count").asInt());
    byte[] part = Arrays.copyOfRange(content, position, end);
    position = end;
    return result(
        "{\"count\": %d, \"buf-b64\": \"%s\", \"eof\": %s}"
            .formatted(
                part.length, Base64.getEncoder().encodeToString(part), position == content.length));
  }

  /** Takes a thousand bytes at a time. */
  private String write(JsonNode arguments) {
    byte[] bytes = Base64.getDecoder().decode(arguments.path("buf-b64").asText());
    int count = Math.min(1000, bytes.length);
    written.write(bytes, 0, count);
    return result("{\"count\": " + count + ", \"eof\": false}");
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  @Test
  void readsChunkByChunkAndCloses() throws Exception {
    content = random(300_000);
    try (InputStream in = guest.files().read("/var/log/messages")) {
      assertThat(in.read()).isEqualTo(content[0] & 0xff);
      assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 1, content.length));
      assertThat(in.read()).isEqualTo(-1);
    }
    assertThat(server.received()).startsWith("guest-file-open").endsWith("guest-file-close");
  }

  @Test
  void aLimitHoldsHoweverMuchComes() {
    content = random(5000);
    assertThat(guest.files().readAll("/a", ByteSize.bytes(5000))).isEqualTo(content);
    position = 0;
    assertThatThrownBy(() -> guest.files().readAll("/a", ByteSize.bytes(4999)))
        .isInstanceOf(ResourcesExhaustedException.class);
    assertThat(server.received()).endsWith("guest-file-close");
  }

  @Test
  void writesAllOfIt() throws Exception {
    byte[] bytes = random(200_000);
    try (OutputStream out = guest.files().append("/a")) {
      out.write(bytes[0]);
      out.write(bytes, 1, 10);
      out.write(bytes, 11, bytes.length - 11);
    }
    assertThat(written.toByteArray()).isEqualTo(bytes);
    assertThat(server.received()).endsWith("guest-file-flush", "guest-file-close");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"count\": 4, \"buf-b64\": \"(((secret\", \"eof\": false}",
        "{\"count\": 4, \"buf-b64\": 17, \"eof\": false}",
        "{\"count\": 4, \"eof\": false}",
        "\"secret\"",
      })
  void whatIsNoFileIsAnErrorAndTheFileIsClosed(String answer) {
    server.returns("guest-file-read", answer);
    assertThatThrownBy(
            () -> {
              try (InputStream in = guest.files().read("/a")) {
                in.read();
              }
            })
        .isInstanceOf(IOException.class)
        .hasCauseInstanceOf(OperationFailedException.class)
        .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("secret"));
    assertThat(server.received()).endsWith("guest-file-close");
  }

  @Test
  void moreThanWasAskedFor() {
    server.returns("guest-file-read", "{\"count\": 6, \"buf-b64\": \"YWJjZGVm\", \"eof\": true}");
    assertThatThrownBy(() -> guest.files().readAll("/a", ByteSize.bytes(4)))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("6 bytes, where 5");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 5})
  void aWriteThatIsAnsweredWithNonsense(int count) {
    server.returns("guest-file-write", "{\"count\": " + count + ", \"eof\": false}");
    assertThatThrownBy(() -> guest.files().writeAll("/a", new byte[4]))
        .isInstanceOf(OperationFailedException.class);
    assertThat(server.received()).endsWith("guest-file-close");
  }

  @Test
  void anAgentThatWasRestartedHasClosedIt() throws Exception {
    InputStream in = guest.files().read("/a");
    OutputStream out = guest.files().write("/b");
    out.write(1);
    out.flush();
    for (String command : new String[] {"read", "write", "flush", "close"}) {
      server.on(
          "guest-file-" + command,
          arguments -> error("GenericError", "handle '1000' has not been found"));
    }
    assertThatThrownBy(in::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not been found");
    in.close();
    assertThatThrownBy(out::close)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("may be missing");
    out.close();
  }

  @Test
  void anAgentThatHangsCostsTheDeadline() throws Exception {
    server.on("guest-file-read", arguments -> ScriptedAgent.SILENCE);
    Guest hasty = guest.withTimeout(Duration.ofMillis(500));
    try (InputStream in = hasty.files().read("/a")) {
      assertThatThrownBy(in::read)
          .isInstanceOf(IOException.class)
          .hasCauseInstanceOf(TimedOutException.class);
    }
    assertThat(server.received()).endsWith("guest-file-close");
  }

  @Test
  void seeksAndRefusesWhatIsClosed() {
    server.on(
        "guest-file-seek",
        arguments -> {
          assertThat(arguments.path("whence").asText()).isEqualTo("end");
          return result("{\"position\": 42, \"eof\": false}");
        });
    GuestFile file = guest.files().open("/a", "r+");
    assertThat(file.seek(-8, QGASeek.END)).isEqualTo(42);
    file.close();
    file.close();
    assertThatThrownBy(() -> file.read(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anAgentThatIsNotThere() throws Exception {
    try (ScriptedServer silent = new ScriptedServer(folder, ScriptedServer.Peer::waitForEnd);
        Guest absent = Guest.connect(silent.path()).withTimeout(Duration.ofMillis(200))) {
      assertThatThrownBy(() -> absent.files().read("/a"))
          .isInstanceOf(AgentUnavailableException.class)
          .hasMessageContaining("files.open /a");
    }
  }
}
