package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.qmp.agent.command.GuestExecStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class GuestAgentTest {

  private static final QmpCommand<JsonNode> INFO = QmpCommand.of("guest-info");
  private static final byte[] DELIMITER = {(byte) 0xFF};

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

  private static Deadline soon() {
    return Deadline.after(Duration.ofMillis(200));
  }

  private static Outcome outcomeOf(Throwable e) {
    return ((HypervisorException) e).outcome();
  }

  private static long receiveSync(ScriptedServer.Peer peer) throws Exception {
    String line = peer.receive();
    assertThat(line).startsWith("\u00ff{");
    JsonNode command = Json.MAPPER.readTree(line.substring(1));
    assertThat(command.path("execute").asText()).isEqualTo("guest-sync-delimited");
    return command.path("arguments").path("id").asLong();
  }

  private static void sync(ScriptedServer.Peer peer) throws Exception {
    long id = receiveSync(peer);
    peer.send(DELIMITER);
    peer.send("{\"return\": " + id + "}\n");
  }

  @Test
  void eachCommandFollowsASync() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          for (int i = 0; i < 2; i++) {
            sync(peer);
            assertThat(peer.receive()).contains("guest-");
            peer.send("{\"return\": {\"version\": \"7.2.22\"}}\n");
          }
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      agent.ping(Deadline.after(Duration.ofSeconds(5)));
      assertThat(agent.execute(INFO).path("version").asText()).isEqualTo("7.2.22");
    }
  }

  @Test
  void whatLiesInThePipeIsThrownAway() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          long id = receiveSync(peer);
          peer.send("garbage {\"return\": {\"half\": ");
          peer.send(DELIMITER);
          peer.send("{\"return\": 42}\n{\"return\": \"stale\"}{\"nonsense");
          peer.send(DELIMITER);
          peer.send("{\"return\": " + id + "}\n");
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
  void anAbsentAgentCostsTheDeadlineAndFindsNoCommandLater() throws Exception {
    CompletableFuture<String> found = new CompletableFuture<>();
    ScriptedServer.Script script =
        peer -> {
          receiveSync(peer); // nobody answers
          sync(peer);
          found.complete(peer.receive());
          peer.send("{\"return\": {}}\n");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      assertThatThrownBy(() -> agent.execute(QmpCommand.of("guest-shutdown"), soon()))
          .isInstanceOf(AgentUnavailableException.class)
          .hasMessageContainingAll("PT0.2S", "qemu-guest-agent")
          .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.NOT_APPLIED));
      agent.execute(INFO);
      assertThat(found.get()).contains("guest-info").doesNotContain("guest-shutdown");
    }
  }

  @Test
  void aReplyThatComesTooLateIsNotTheNextOnes() throws Exception {
    CountDownLatch timedOut = new CountDownLatch(1);
    ScriptedServer.Script script =
        peer -> {
          sync(peer);
          peer.receive();
          timedOut.await();
          peer.send("{\"return\": \"late\"}\n");
          sync(peer);
          peer.receive();
          peer.send("{\"return\": \"fresh\"}\n");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      assertThatThrownBy(() -> agent.execute(INFO, Deadline.after(Duration.ofSeconds(2))))
          .isInstanceOf(TimedOutException.class)
          .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.UNKNOWN));
      timedOut.countDown();
      assertThat(agent.execute(INFO).asText()).isEqualTo("fresh");
    }
  }

  @Test
  void aRefusalIsTheAgentsOwnText() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          sync(peer);
          peer.receive();
          peer.send("{\"error\": {\"class\": \"GenericError\", \"desc\": \"no such user\"}}\n");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      assertThatThrownBy(() -> agent.execute(INFO))
          .isInstanceOf(OperationFailedException.class)
          .hasMessageContaining("no such user");
    }
  }

  @Test
  void silenceIsTheSuccessOfACommandWithoutReply() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          sync(peer);
          peer.receive(); // and the machine is down
          sync(peer);
          peer.receive();
          peer.send("{\"error\": {\"class\": \"GenericError\", \"desc\": \"inhibited\"}}\n");
          sync(peer);
          peer.receive(); // gone with the socket
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      QmpCommand<JsonNode> shutdown = QmpCommand.of("guest-shutdown");
      Duration patience = Duration.ofMillis(100);
      agent.executeWithoutReply(shutdown, patience, call());
      assertThatThrownBy(() -> agent.executeWithoutReply(shutdown, Duration.ofSeconds(5), call()))
          .hasMessageContainingAll("domain.shutdown of domain web-1", "inhibited");
      agent.executeWithoutReply(shutdown, Duration.ofSeconds(5), call());
      assertThatThrownBy(() -> agent.execute(INFO))
          .isInstanceOf(ConnectionLostException.class)
          .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.NOT_APPLIED));
    }
  }

  private static Call call() {
    return new Call("domain.shutdown", "domain web-1", Deadline.after(Duration.ofSeconds(10)));
  }

  @Test
  void callersTakeTurns() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ScriptedServer.Script script =
        peer -> {
          sync(peer);
          peer.receive();
          asked.countDown();
          go.await();
          peer.send("{\"return\": 1}\n");
          sync(peer);
          peer.receive();
          peer.send("{\"return\": 2}\n");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      CompletableFuture<Integer> first =
          CompletableFuture.supplyAsync(() -> agent.execute(INFO).asInt());
      asked.await();
      assertThatThrownBy(() -> agent.execute(INFO, soon()))
          .isInstanceOf(TimedOutException.class)
          .hasMessageContaining("busy")
          .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.NOT_APPLIED));
      go.countDown();
      assertThat(first.get()).isEqualTo(1);
      assertThat(agent.execute(INFO).asInt()).isEqualTo(2);
    }
  }

  @Test
  void noSuchSocket() {
    Path missing = folder.resolve("agent.sock");
    assertThatThrownBy(() -> GuestAgent.connect(missing))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void takesTypedCommands() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          sync(peer);
          assertThat(Json.MAPPER.readTree(peer.receive()))
              .isEqualTo(
                  Json.MAPPER.readTree(
                      "{\"execute\": \"guest-exec-status\", \"arguments\": {\"pid\": 7}}"));
          peer.send("{\"return\": {\"exited\": true, \"exitcode\": 3, \"new\": 1}}\n");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      var status =
          agent.execute(
              GuestExecStatus.builder().pid(7).build(), Deadline.after(Duration.ofSeconds(5)));
      assertThat(status.exited()).isTrue();
      assertThat(status.exitcode()).contains(3L);
      assertThat(status.outData()).isEmpty();
      assertThat(status.unknownMembers()).containsOnlyKeys("new");
    }
  }
}
