package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.TimedOutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Callers that read for each other. */
class WireTest extends QmpSocketTest {

  private static final Executor THREADS = task -> new Thread(task).start();

  /** Answers with the argument, everything that it has read so far at once. */
  private static final ScriptedServer.Script ECHO =
      peer -> {
        peer.handshake();
        StringBuilder replies = new StringBuilder();
        for (String line = peer.receive(); line != null; line = peer.receive()) {
          JsonNode command = Json.MAPPER.readTree(line);
          JsonNode n = command.path("arguments").path("n");
          replies.append("{\"return\": %s, \"id\": %s}\r\n".formatted(n, command.path("id")));
          if (!peer.hasMore()) {
            peer.send(replies.toString());
            replies.setLength(0);
          }
        }
      };

  private static void echo(QmpClient client, int n) {
    JsonNode arguments = JsonNodeFactory.instance.objectNode().put("n", n);
    assertThat(client.execute("echo", arguments).asInt()).isEqualTo(n);
  }

  /** Makes its callers read. */
  private static void warm(QmpClient client) {
    for (int i = 0; i < 20; i++) {
      echo(client, i);
    }
  }

  private void manyCallers(Executor threads) throws Exception {
    try (ScriptedServer server = new ScriptedServer(folder, ECHO);
        QmpClient client = QmpClient.connect(server.path())) {
      List<CompletableFuture<Void>> done = new ArrayList<>();
      for (int t = 0; t < 64; t++) {
        int first = t * 3000;
        done.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int n = first; n < first + 3000; n++) {
                    echo(client, n);
                  }
                },
                threads));
      }
      for (CompletableFuture<Void> each : done) {
        each.get();
      }
      assertThat(client.waiting()).isZero();
    }
  }

  @Test
  void manyCallersGetTheirOwnReplies() throws Exception {
    manyCallers(THREADS);
  }

  @Test
  void manyVirtualThreadsGetTheirOwnReplies() throws Exception {
    assumeThat(Runtime.version().feature())
        .as("virtual threads need Java 21")
        .isGreaterThanOrEqualTo(21);
    manyCallers(virtual());
  }

  private static Executor virtual() throws ReflectiveOperationException {
    return (Executor)
        java.util.concurrent.Executors.class
            .getMethod("newVirtualThreadPerTaskExecutor")
            .invoke(null);
  }

  /** Whoever reads may leave at any moment, with or without its reply. */
  @Test
  void callersThatGiveUpLeaveTheOthersTheirs() throws Exception {
    AtomicInteger answered = new AtomicInteger();
    AtomicInteger givenUp = new AtomicInteger();
    try (ScriptedServer server = new ScriptedServer(folder, ECHO);
        QmpClient client = QmpClient.connect(server.path())) {
      List<Thread> threads = new ArrayList<>();
      List<Throwable> wrong = new java.util.concurrent.CopyOnWriteArrayList<>();
      for (int t = 0; t < 16; t++) {
        boolean hasty = t % 2 == 0;
        Thread thread =
            new Thread(() -> {
              for (int n = 0; n < 500; n++) {
                JsonNode arguments = JsonNodeFactory.instance.objectNode().put("n", n);
                long nanos =
                    hasty ? ThreadLocalRandom.current().nextLong(1, 300_000) : 60_000_000_000L;
                try {
                  JsonNode reply =
                      client.execute(
                          QmpCommand.of("echo", arguments),
                          Deadline.after(Duration.ofNanos(nanos)));
                  assertThat(reply.asInt()).isEqualTo(n);
                  answered.incrementAndGet();
                } catch (TimedOutException e) {
                  givenUp.incrementAndGet();
                  assertThat(hasty).isTrue();
                } catch (CancelledException e) {
                  boolean unused = Thread.interrupted();
                  givenUp.incrementAndGet();
                }
              }
            });
        thread.setUncaughtExceptionHandler((who, e) -> wrong.add(e));
        threads.add(thread);
        thread.start();
      }
      while (threads.stream().anyMatch(Thread::isAlive)) {
        threads.get(ThreadLocalRandom.current().nextInt(16)).interrupt();
        threads.get(ThreadLocalRandom.current().nextInt(16)).join(2);
      }
      assertThat(wrong).isEmpty();
      assertThat(answered.get() + givenUp.get()).isEqualTo(16 * 500);
      assertThat(client.isOpen()).isTrue();
      echo(client, 7);
      assertThat(client.waiting()).isZero();
    }
  }

  @Test
  void whenTheOneWhoReadsIsInterruptedAnotherReads() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    CountDownLatch interrupted = new CountDownLatch(1);
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          for (int i = 0; i < 20; i++) {
            peer.answer(peer.receiveId(), "" + i);
          }
          peer.receive();
          both.countDown();
          String second = peer.receiveId();
          both.countDown();
          interrupted.await();
          peer.answer(second, "\"second\"");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      warm(client);
      CompletableFuture<String> first = new CompletableFuture<>();
      Thread leader =
          new Thread(() -> {
            try {
              client.execute(QmpCommand.of("first"));
            } catch (CancelledException e) {
              first.complete("interrupted");
            }
          });
      leader.start();
      await().until(() -> both.getCount() == 1);
      CompletableFuture<String> second =
          CompletableFuture.supplyAsync(
              () -> client.execute(QmpCommand.of("second")).asText(), THREADS);
      both.await();
      leader.interrupt();
      assertThat(first.get()).isEqualTo("interrupted");
      interrupted.countDown();
      assertThat(second.get()).isEqualTo("second");
    }
  }

  /** With nobody waiting, and with one who waits for long. */
  @Test
  void eventsAreReadThoughNoCommandFollows() throws Exception {
    CountDownLatch warm = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch toldTwice = new CountDownLatch(2);
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          for (int i = 0; i < 20; i++) {
            peer.answer(peer.receiveId(), "" + i);
          }
          warm.await();
          peer.send("{\"event\": \"ONE\"}");
          String id = peer.receiveId();
          told.await();
          peer.send("{\"event\": \"TWO\"}");
          toldTwice.await();
          peer.answer(id, "\"late\"");
          peer.waitForEnd();
        };
    QmpListener listener =
        event -> {
          told.countDown();
          toldTwice.countDown();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.address(), QmpOptions.DEFAULT, listener)) {
      warm(client);
      warm.countDown();
      told.await();
      assertThat(client.execute(STATUS).asText()).isEqualTo("late");
    }
  }

  @Test
  void allWhoWaitAreToldOfTheEnd() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          for (int i = 0; i < 20; i++) {
            peer.answer(peer.receiveId(), "" + i);
          }
          for (int i = 0; i < 32; i++) {
            peer.receive();
          }
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      warm(client);
      List<CompletableFuture<JsonNode>> waiting = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        waiting.add(CompletableFuture.supplyAsync(() -> client.execute(STATUS), THREADS));
      }
      for (CompletableFuture<JsonNode> each : waiting) {
        assertThatThrownBy(each::get).hasCauseInstanceOf(ConnectionLostException.class);
      }
    }
  }

  @Test
  void closingWhileACallerReads() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          for (int i = 0; i < 20; i++) {
            peer.answer(peer.receiveId(), "" + i);
          }
          peer.receive();
          asked.countDown();
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script)) {
      QmpClient client = QmpClient.connect(server.path());
      warm(client);
      CompletableFuture<JsonNode> waiting =
          CompletableFuture.supplyAsync(() -> client.execute(STATUS), THREADS);
      asked.await();
      client.close();
      assertThat(Leaks.sockets()).as("none of the client's").isLessThan(socketsBefore + 4);
      assertThatThrownBy(waiting::get).hasCauseInstanceOf(ConnectionLostException.class);
    }
  }

  /** The reactor cleans up after the one, and is asked to clean up after the other. */
  @Test
  void closingOneWhileAnotherIsLost() throws Exception {
    ScriptedServer.Script dying =
        peer -> {
          peer.handshake();
          peer.receive();
        };
    ScriptedServer.Script living =
        peer -> {
          peer.handshake();
          peer.waitForEnd();
        };
    try (ScriptedServer first = new ScriptedServer(folder, dying);
        ScriptedServer second = new ScriptedServer(folder, living)) {
      for (int i = 0; i < 1000; i++) {
        QmpClient lost = QmpClient.connect(first.path());
        QmpClient closed = QmpClient.connect(second.path());
        CompletableFuture<JsonNode> asked =
            CompletableFuture.supplyAsync(() -> lost.execute(STATUS), THREADS);
        for (int spin = i % 100 * 20; spin > 0; spin--) {
          Thread.onSpinWait();
        }
        closed.close();
        assertThatThrownBy(asked::get).hasCauseInstanceOf(ConnectionLostException.class);
        lost.close();
      }
    }
  }
}
