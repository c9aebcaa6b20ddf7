package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.units.ByteSize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class QmpClientTest {

  private static final QmpCommand<JsonNode> STATUS = QmpCommand.of("query-status");

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

  private static Outcome outcomeOf(@Nullable Throwable e) {
    return ((HypervisorException) Objects.requireNonNull(e)).outcome();
  }

  @Test
  void bytesOneAtATime() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.sendByteByByte(ScriptedServer.GREETING);
          peer.answer(peer.receiveId(), "{}");
          String id = peer.receiveId();
          peer.sendByteByByte("{\"event\": \"STOP\"} {\"id\": \"" + id + "\", \"return\": {\"a\":");
          peer.sendByteByByte(" \"}\\\"{ \u00e9\u20ac\"}}");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      assertThat(client.execute(STATUS).path("a").asText()).isEqualTo("}\"{ \u00e9\u20ac");
    }
  }

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
  void aServerThatDiesMidReply() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          peer.send("{\"id\": \"" + peer.receiveId() + "\", \"ret");
        };
    try (ScriptedServer server = new ScriptedServer(folder, script)) {
      CompletableFuture<HypervisorException> told = new CompletableFuture<>();
      QmpListener listener =
          new QmpListener() {
            @Override
            public void event(QmpEvent event) {}

            @Override
            public void closed(HypervisorException cause) {
              told.complete(cause);
            }
          };
      QmpClient client = QmpClient.connect(server.address(), QmpOptions.DEFAULT, listener);
      assertThatThrownBy(() -> client.execute(STATUS))
          .isInstanceOf(ConnectionLostException.class)
          .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.UNKNOWN));
      assertThat(told.get()).isInstanceOf(ConnectionLostException.class);
      assertThat(client.isOpen()).isFalse();
      assertThatThrownBy(() -> client.execute(STATUS))
          .isInstanceOf(ConnectionLostException.class)
          .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.NOT_APPLIED));
      // Whoever forgets to close a lost connection leaks nothing.
      await().untilAsserted(() -> assertThat(Leaks.sockets()).isEqualTo(socketsBefore + 1));
    }
  }

  @Test
  void whatIsNotJsonEndsTheConnection() throws Exception {
    for (String bad :
        List.of("{\"return\": nonsense}", "hello", "{\"return\": \"\u0000\"]", "[]")) {
      ScriptedServer.Script script =
          peer -> {
            peer.handshake();
            peer.receive();
            peer.send(bad);
            peer.waitForEnd();
          };
      try (ScriptedServer server = new ScriptedServer(folder, script);
          QmpClient client = QmpClient.connect(server.path())) {
        assertThatThrownBy(() -> client.execute(STATUS))
            .as(bad)
            .isInstanceOf(ConnectionLostException.class);
      }
    }
  }

  @Test
  void bytesThatAreNotUtf8EndTheConnection() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          peer.receive();
          peer.send(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      assertThatThrownBy(() -> client.execute(STATUS)).isInstanceOf(ConnectionLostException.class);
    }
  }

  @Test
  void aMessageThatIsTooLargeEndsTheConnection() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          peer.send("{\"return\": \"" + "x".repeat(100_000));
          peer.waitForEnd();
        };
    QmpOptions small = QmpOptions.DEFAULT.withMaxMessage(ByteSize.kibibytes(64));
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.address(), small)) {
      assertThatThrownBy(() -> client.execute(STATUS)).hasMessageContaining("65536");
    }
  }

  @Test
  void largeRepliesAndLargeNumbers() throws Exception {
    int size = 64 << 20;
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          peer.answer(peer.receiveId(), "\"" + "x".repeat(size) + "\"");
          peer.answer(peer.receiveId(), "[18446744073709551615, -9223372036854775808, 0.5]");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      assertThat(client.execute(STATUS).asText()).hasSize(size);
      JsonNode numbers = client.execute(STATUS);
      assertThat(numbers.get(0).bigIntegerValue())
          .isEqualTo(BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
      assertThat(numbers.get(1).longValue()).isEqualTo(Long.MIN_VALUE);
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

  /** What never left this process was certainly not applied. */
  @Test
  void aServerThatDoesNotReadCostsADeadlineAndKnowsNothing() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          end.await();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      JsonNode large = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(4 << 20));
      assertThatThrownBy(() -> client.execute(QmpCommand.of("first", large), soon()))
          .isInstanceOf(TimedOutException.class)
          .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.UNKNOWN));
      assertThatThrownBy(() -> client.execute(QmpCommand.of("second"), soon()))
          .isInstanceOf(TimedOutException.class)
          .hasMessageContaining("could not be sent")
          .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.NOT_APPLIED));
      end.countDown();
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
  void aListenerThatBlocksOrThrowsHoldsUpNobodyAndIsToldWhatItMissed() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          for (int i = 0; i < 100_000; i++) {
            peer.send("{\"event\": \"E\", \"data\": {\"n\": " + i + "}}");
          }
          peer.answer(peer.receiveId(), "{}");
          peer.receive();
          peer.send("{\"event\": \"LAST\"}");
          peer.receive();
          peer.send("{\"event\": \"AFTER\"}");
          peer.waitForEnd();
        };
    List<String> slow = Collections.synchronizedList(new ArrayList<>());
    List<String> brisk = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch release = new CountDownLatch(1);
    QmpListener blocking =
        new QmpListener() {
          @Override
          public void event(QmpEvent event) {
            slow.add(event.name() + event.data().path("n").asText(""));
            try {
              release.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          }

          @Override
          public void gap(long missed) {
            slow.add("missed " + missed);
          }
        };
    QmpListener throwing =
        new QmpListener() {
          @Override
          public void event(QmpEvent event) {
            brisk.add(event.name());
            throw new IllegalStateException("a listener of the test's");
          }
        };
    QmpOptions options = QmpOptions.DEFAULT.withEventQueue(10);
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.address(), options, blocking)) {
      client.execute(STATUS);
      try (QmpSubscription unused = client.subscribe(throwing)) {
        assertThatThrownBy(() -> client.execute(STATUS, soon()))
            .isInstanceOf(TimedOutException.class);
        await().untilAsserted(() -> assertThat(brisk).containsExactly("LAST"));
        release.countDown();
        await().untilAsserted(() -> assertThat(accountedFor(slow)).isEqualTo(100_001));
        assertThatThrownBy(() -> client.execute(STATUS, soon()))
            .isInstanceOf(TimedOutException.class);
        await().untilAsserted(() -> assertThat(slow).endsWith("AFTER"));
      }
    }
    // One was being told and ten were held, or a few more where it was slow to begin.
    assertThat(slow).startsWith("E0", "E1", "E2").hasSizeLessThan(30);
  }

  /** How many events were told, one by one or as missed. */
  private static long accountedFor(List<String> told) {
    synchronized (told) {
      return told.stream()
          .mapToLong(e -> e.startsWith("missed ") ? Long.parseLong(e.substring(7)) : 1)
          .sum();
    }
  }

  @Test
  void aListenerMayUseTheClient() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          peer.send("{\"event\": \"STOP\"}");
          peer.answer(peer.receiveId(), "\"asked by the listener\"");
          peer.waitForEnd();
        };
    CompletableFuture<QmpClient> self = new CompletableFuture<>();
    CompletableFuture<String> answer = new CompletableFuture<>();
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client =
            QmpClient.connect(
                server.address(),
                QmpOptions.DEFAULT,
                event -> answer.complete(self.join().execute(STATUS).asText()))) {
      self.complete(client);
      assertThat(answer.get()).isEqualTo("asked by the listener");
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
