package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.error.UnsupportedFeatureException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class QmpClientTest extends QmpSocketTest {

  @Test
  void repliesOutOfOrderFindTheirCommand() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          List<String> ids = new ArrayList<>();
          List<String> names = new ArrayList<>();
          for (int i = 0; i < 10; i++) {
            JsonNode command = Json.MAPPER.readTree(peer.receive());
            ids.add(command.path("id").asText());
            names.add(command.path("execute").asText());
          }
          for (int i = 9; i >= 0; i--) {
            peer.answer(ids.get(i), "\"" + names.get(i) + "\"");
          }
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      List<CompletableFuture<String>> results = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        String name = "x-" + i;
        results.add(
            CompletableFuture.supplyAsync(
                () -> client.execute(QmpCommand.of(name)).asText(),
                task -> new Thread(task).start()));
      }
      for (int i = 0; i < 10; i++) {
        assertThat(results.get(i).get()).isEqualTo("x-" + i);
      }
    }
  }

  @Test
  void tenThousandCommandsByTwoThreads() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          for (String line = peer.receive(); line != null; line = peer.receive()) {
            JsonNode command = Json.MAPPER.readTree(line);
            peer.answer(
                command.path("id").asText(), command.path("arguments").path("n").toString());
          }
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      List<CompletableFuture<Void>> done = new ArrayList<>();
      for (int t = 0; t < 2; t++) {
        int first = t * 5000;
        done.add(
            CompletableFuture.runAsync(() -> {
              for (int n = first; n < first + 5000; n++) {
                JsonNode arguments = JsonNodeFactory.instance.objectNode().put("n", n);
                assertThat(client.execute("echo", arguments).asInt()).isEqualTo(n);
              }
            }));
      }
      for (CompletableFuture<Void> each : done) {
        each.get();
      }
    }
  }

  @Test
  void errorClassesBecomeTheSdksErrors() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          for (String line = peer.receive(); line != null; line = peer.receive()) {
            JsonNode command = Json.MAPPER.readTree(line);
            peer.send(
                "{\"id\": %s, \"error\": {\"class\": %s, \"desc\": \"told so\"}}\r\n"
                    .formatted(command.path("id"), command.path("execute")));
          }
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      assertRefused(client, "GenericError", OperationFailedException.class);
      assertRefused(client, "CommandNotFound", UnsupportedFeatureException.class);
      assertRefused(client, "DeviceNotFound", NotFoundException.class);
      assertRefused(client, "DeviceNotActive", InvalidStateException.class);
      assertRefused(client, "KVMMissingCap", UnsupportedFeatureException.class);
      assertRefused(client, "SomethingNew", OperationFailedException.class);
    }
  }

  private static void assertRefused(
      QmpClient client, String kind, Class<? extends HypervisorException> type) {
    assertThatThrownBy(() -> client.execute(QmpCommand.of(kind)))
        .isInstanceOf(type)
        .hasMessageContaining("told so")
        .satisfies(e -> {
          assertThat(((HypervisorException) e).nativeCode()).contains(kind);
          assertThat(outcomeOf(e)).isEqualTo(Outcome.NOT_APPLIED);
        });
  }

  @Test
  void aLateReplyIsDroppedAndTheNextCommandGetsItsOwn() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          String late = peer.receiveId();
          String next = peer.receiveId();
          peer.answer(late, "\"late\"");
          peer.answer("never-asked", "\"stray\"");
          peer.send("{\"error\": {\"class\": \"GenericError\", \"desc\": \"without an id\"}}\r\n");
          peer.answer(next, "\"next\"");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      assertThatThrownBy(() -> client.execute(STATUS, soon()))
          .isInstanceOf(TimedOutException.class)
          .hasMessageContainingAll("query-status", "PT0.2S")
          .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.UNKNOWN));
      assertThat(client.execute(STATUS).asText()).isEqualTo("next");
    }
  }

  @Test
  void anInterruptCancelsTheWaitingAndLeavesTheConnectionInOrder() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          String cancelled = peer.receiveId();
          asked.countDown();
          String next = peer.receiveId();
          peer.answer(cancelled, "\"cancelled\"");
          peer.answer(next, "\"next\"");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      CompletableFuture<Throwable> result = new CompletableFuture<>();
      Thread waiting =
          new Thread(() -> {
            try {
              client.execute(STATUS);
            } catch (CancelledException e) {
              result.complete(Thread.currentThread().isInterrupted() ? e : null);
            }
          });
      waiting.start();
      asked.await();
      waiting.interrupt();
      assertThat(result.get()).isInstanceOf(CancelledException.class);
      assertThat(outcomeOf(result.get())).isEqualTo(Outcome.UNKNOWN);
      assertThat(client.execute(STATUS).asText()).isEqualTo("next");
      // A thread that is interrupted already does not hurt the socket by writing to it.
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> client.execute(STATUS)).isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(client.isOpen()).isTrue();
    }
  }

  @Test
  void closingWhileCommandsWait() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          peer.receive();
          asked.countDown();
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script)) {
      QmpClient client = QmpClient.connect(server.path());
      CompletableFuture<JsonNode> result =
          CompletableFuture.supplyAsync(() -> client.execute(STATUS));
      asked.await();
      client.close();
      client.close();
      assertThatThrownBy(result::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(ConnectionLostException.class)
          .satisfies(e -> assertThat(outcomeOf(e.getCause())).isEqualTo(Outcome.UNKNOWN));
    }
  }

  @Test
  void aLargeCommandArrivesWhole() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          JsonNode command = Json.MAPPER.readTree(peer.receive());
          int length = command.path("arguments").path("text").asText().length();
          peer.answer(command.path("id").asText(), String.valueOf(length));
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      JsonNode large = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(4 << 20));
      assertThat(client.execute("large", large).asInt()).isEqualTo(4 << 20);
    }
  }

  @Test
  void manyConnectionsShareOneReader() throws Exception {
    List<AutoCloseable> open = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        ScriptedServer server =
            new ScriptedServer(
                folder,
                peer -> {
                  peer.handshake();
                  peer.waitForEnd();
                });
        open.add(server);
        open.add(QmpClient.connect(server.path()));
      }
      assertThat(Leaks.threads()).containsOnlyOnce("kvmsdk-qmp-reader");
    } finally {
      Collections.reverse(open);
      for (AutoCloseable each : open) {
        each.close();
      }
    }
  }
}
