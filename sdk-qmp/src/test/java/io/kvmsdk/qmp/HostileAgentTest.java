package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.qmp.agent.command.GuestGetOsinfo;
import io.kvmsdk.units.ByteSize;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests that send what they like, or nothing: each costs a deadline or the connection. */
@Timeout(60)
class HostileAgentTest {

  private static final QmpCommand<JsonNode> INFO = QmpCommand.of("guest-info");
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir Path folder;
  private long socketsBefore;

  @BeforeEach
  void count() {
    socketsBefore = Leaks.sockets();
  }

  @AfterEach
  void nothingIsLeftOpen() {
    Leaks.assertNone(socketsBefore);
  }

  private static long receiveSync(ScriptedServer.Peer peer) throws Exception {
    String line = peer.receive();
    return Json.MAPPER.readTree(line.replace("\u00ff", "")).path("arguments").path("id").asLong();
  }

  private static void answer(ScriptedServer.Peer peer, long id) throws Exception {
    peer.send(new byte[] {(byte) 0xFF});
    peer.send("{\"return\": " + id + "}\n");
  }

  private static byte[] many(String text, int times) {
    return text.repeat(times).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Something that the agent sends before it answers as it should. */
  private void survives(byte[] junk) throws Exception {
    ScriptedServer.Script script =
        peer -> {
          long id = receiveSync(peer);
          peer.send(junk);
          answer(peer, id);
          peer.receive();
          peer.send("{\"return\": \"fresh\"}\n");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      assertThat(agent.execute(INFO).asText()).isEqualTo("fresh");
    }
  }

  @Test
  void floodsOfDelimiters() throws Exception {
    survives(many("\u00ff", 1 << 20));
  }

  @Test
  void thousandsOfRepliesToOtherSyncs() throws Exception {
    survives(many("\u00ff{\"return\": 4711}\n", 20_000));
  }

  @Test
  void halfAReplyAndNestingWithoutEnd() throws Exception {
    survives(many("{\"return\": [[\"", 1));
    survives(many("{\"a\":[", 100_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00ff", "\u00ff{\"return\": 4711}\n", "x", "{}"})
  void floodsThatDoNotEndCostTheDeadline(String flood) throws Exception {
    byte[] bytes = many(flood, 1000);
    ScriptedServer.Script script =
        peer -> {
          receiveSync(peer);
          while (true) {
            peer.send(bytes);
          }
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      assertThatThrownBy(() -> agent.execute(INFO, Deadline.after(SHORT)))
          .isInstanceOf(AgentUnavailableException.class);
    }
  }

  @Test
  void aReplyWithoutEndCostsTheConnection() throws Exception {
    byte[] bytes = many("a", 1 << 16);
    ScriptedServer.Script script =
        peer -> {
          answer(peer, receiveSync(peer));
          peer.receive();
          peer.send("{\"return\": \"");
          while (true) {
            peer.send(bytes);
          }
        };
    QmpOptions options = QmpOptions.DEFAULT.withMaxMessage(ByteSize.mebibytes(1));
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.address(), options)) {
      assertThatThrownBy(() -> agent.execute(INFO))
          .isInstanceOf(ConnectionLostException.class)
          .hasRootCauseInstanceOf(ProtocolException.class);
      assertThat(agent.isOpen()).isFalse();
    }
  }

  @Test
  void aLargeReplyComesWhole() throws Exception {
    byte[] bytes = new byte[64 << 20];
    Arrays.fill(bytes, (byte) 'a');
    ScriptedServer.Script script =
        peer -> {
          answer(peer, receiveSync(peer));
          peer.receive();
          peer.send("{\"return\": \"");
          peer.send(bytes);
          peer.send("\"}\n");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      assertThat(agent.execute(INFO, Deadline.after(Duration.ofSeconds(50))).asText())
          .hasSize(bytes.length);
    }
  }

  @Test
  void anAgentThatIsRestartedInTheMiddle() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          answer(peer, receiveSync(peer));
          peer.receive();
          peer.send("{\"return\": {\"ver"); // and the guest reboots
          answer(peer, receiveSync(peer));
          peer.receive();
          peer.send("{\"return\": \"fresh\"}\n");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      assertThatThrownBy(() -> agent.execute(INFO, Deadline.after(Duration.ofSeconds(1))))
          .isInstanceOf(TimedOutException.class)
          .satisfies(
              e -> assertThat(((HypervisorException) e).outcome()).isEqualTo(Outcome.UNKNOWN));
      assertThat(agent.execute(INFO).asText()).isEqualTo("fresh");
    }
  }

  @Test
  void anAgentThatTakesAlongWhatItWasAsked() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          long lost = receiveSync(peer); // by the old agent, which ends
          long id = receiveSync(peer);
          answer(peer, lost);
          answer(peer, id);
          peer.receive();
          peer.send("{\"return\": \"fresh\"}\n");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      assertThat(agent.execute(INFO).asText()).isEqualTo("fresh");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"return\": 7}", "{\"return\": [1]}", "{}", "{\"retrun\": {}}"})
  void anAnswerOfAnotherKindIsAnErrorThatDoesNotQuoteIt(String reply) throws Exception {
    try (ScriptedAgent server = new ScriptedAgent(folder);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      server.on("guest-get-osinfo", arguments -> reply + "\n");
      assertThatThrownBy(() -> agent.execute(GuestGetOsinfo.INSTANCE))
          .isInstanceOf(OperationFailedException.class)
          .hasMessageContaining("something else than expected");
    }
  }

  @Test
  void whatARefusalSaysIsCut() throws Exception {
    try (ScriptedAgent server = new ScriptedAgent(folder);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      server.on(
          "guest-info",
          arguments -> ScriptedAgent.error("GenericError", "forged\\nline" + "x".repeat(100_000)));
      assertThatThrownBy(() -> agent.execute(INFO))
          .isInstanceOf(OperationFailedException.class)
          .hasMessageContaining("forged line")
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2000));
    }
  }

  @Test
  void threadsThatMeetGetTheirOwnAnswers() throws Exception {
    try (ScriptedAgent server = new ScriptedAgent(folder);
        GuestAgent agent =
            GuestAgent.over(
                SocketChannel.open(java.net.UnixDomainSocketAddress.of(server.path())))) {
      server.on("echo", arguments -> ScriptedAgent.result(arguments.path("n").asText()));
      List<CompletableFuture<Void>> threads = new ArrayList<>();
      for (int t = 0; t < 2; t++) {
        int first = t * 1000;
        threads.add(
            CompletableFuture.runAsync(() -> {
              for (int n = first; n < first + 100; n++) {
                JsonNode arguments = Json.MAPPER.createObjectNode().put("n", n);
                assertThat(agent.execute(QmpCommand.of("echo", arguments)).asInt()).isEqualTo(n);
              }
            }));
      }
      for (CompletableFuture<Void> thread : threads) {
        thread.get();
      }
    }
  }
}
