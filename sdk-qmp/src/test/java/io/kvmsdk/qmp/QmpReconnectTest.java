package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Connections that are made again. */
class QmpReconnectTest extends QmpSocketTest {

  private static final QmpOptions AGAIN =
      QmpOptions.DEFAULT.withReconnect(
          Reconnect.backoff(Duration.ofMillis(1), Duration.ofMillis(20)));

  /** Writes down what it is told. */
  private static final class Diary implements QmpListener {
    final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void event(QmpEvent event) {
      told.add(event.name());
    }

    @Override
    public void disconnected(HypervisorException cause) {
      told.add("disconnected");
    }

    @Override
    public void resync(QmpGreeting greeting) {
      told.add("resync " + greeting.version());
    }

    @Override
    public void closed(HypervisorException cause) {
      told.add("closed");
    }
  }

  private static String greeting(int minor) {
    return ScriptedServer.GREETING.replace("\"minor\": 2", "\"minor\": " + minor);
  }

  @Test
  void subscriptionsLiveOnAndCommandsOnTheWayAreUnknown() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    ScriptedServer.Script script =
        peer -> {
          int number = connections.incrementAndGet();
          peer.send(greeting(number));
          String id = peer.receiveId();
          peer.answer(id, "{}");
          peer.send("{\"event\": \"E" + number + "\"}");
          if (number < 3) {
            peer.receive(); // and gone, without an answer
          } else {
            peer.answer(peer.receiveId(), "\"third\"");
            peer.waitForEnd();
          }
        };
    Diary diary = new Diary();
    try (ScriptedServer server = new ScriptedServer(folder, script)) {
      try (QmpClient client = QmpClient.connect(server.address(), AGAIN, diary)) {
        for (int i = 0; i < 2; i++) {
          assertThatThrownBy(() -> client.execute(STATUS))
              .isInstanceOf(ConnectionLostException.class)
              .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.UNKNOWN));
        }
        assertThat(client.execute(STATUS).asText()).isEqualTo("third");
        assertThat(client.isOpen()).isTrue();
        assertThat(client.greeting().version()).hasToString("7.3.22");
      }
      await().until(() -> diary.told.contains("closed"));
      assertThat(diary.told)
          .containsExactly(
              "E1",
              "disconnected",
              "resync 7.2.22",
              "E2",
              "disconnected",
              "resync 7.3.22",
              "E3",
              "closed");
    }
  }

  @Test
  void aListenerMayAskAnewInResync() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          if (connections.incrementAndGet() > 1) {
            peer.answer(peer.receiveId(), "\"paused\"");
            peer.waitForEnd();
          }
        };
    List<String> known = new CopyOnWriteArrayList<>();
    List<QmpClient> self = new CopyOnWriteArrayList<>();
    QmpListener listener =
        new QmpListener() {
          @Override
          public void event(QmpEvent event) {}

          @Override
          public void resync(QmpGreeting greeting) {
            await().until(() -> !self.isEmpty());
            known.add(self.get(0).execute(STATUS).asText());
          }
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.address(), AGAIN, listener)) {
      self.add(client);
      await().untilAsserted(() -> assertThat(known).containsExactly("paused"));
    }
  }

  /** The second connection is never greeted: a try that is under way holds up nobody. */
  @Test
  void withoutAConnectionACommandWaitsForItsDeadlineAndWasNotApplied() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    CountDownLatch second = new CountDownLatch(2);
    ScriptedServer.Script script =
        peer -> {
          second.countDown();
          if (connections.incrementAndGet() == 1) {
            peer.handshake();
          } else {
            peer.waitForEnd();
          }
        };
    Diary diary = new Diary();
    try (ScriptedServer server = new ScriptedServer(folder, script)) {
      try (QmpClient client = QmpClient.connect(server.address(), AGAIN, diary)) {
        second.await();
        assertThat(client.isOpen()).isFalse();
        assertThatThrownBy(() -> client.execute(STATUS, soon()))
            .isInstanceOf(TimedOutException.class)
            .hasMessageContainingAll("no connection", "PT0.2S")
            .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.NOT_APPLIED));
      }
      await().untilAsserted(() -> assertThat(diary.told).containsExactly("disconnected", "closed"));
    }
  }

  @Test
  void afterCloseNothingIsTriedAndCommandsFailAtOnce() throws Exception {
    try (ScriptedServer server = new ScriptedServer(folder, ScriptedServer.Peer::handshake)) {
      QmpClient client =
          QmpClient.connect(
              server.address(),
              QmpOptions.DEFAULT.withReconnect(
                  Reconnect.backoff(Duration.ofHours(1), Duration.ofHours(2))));
      await().until(() -> !client.isOpen());
      client.close();
      assertThatThrownBy(() -> client.execute(STATUS))
          .isInstanceOf(ConnectionLostException.class)
          .hasMessageContaining("closed")
          .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.NOT_APPLIED));
      Diary late = new Diary();
      QmpSubscription unused = client.subscribe(late);
      await().untilAsserted(() -> assertThat(late.told).containsExactly("closed"));
    }
  }

  @Test
  void theFirstConnectionIsTriedOnce() {
    assertThatThrownBy(() -> QmpClient.connect(QmpEndpoint.unix(folder.resolve("missing")), AGAIN))
        .isInstanceOf(ConnectFailedException.class);
  }

  @Test
  void anotherVersionHasAnotherSchema() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    ScriptedServer.Script script =
        peer -> {
          int minor = connections.incrementAndGet() < 3 ? 2 : 3;
          peer.send(greeting(minor));
          peer.answer(peer.receiveId(), "{}");
          for (String line = peer.receive(); line != null; line = peer.receive()) {
            if (line.contains("bye")) {
              return;
            }
            peer.answer(
                Json.MAPPER.readTree(line).path("id").asText(),
                "[{\"name\": \"of-" + connections + "\", \"meta-type\": \"command\"}]");
          }
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.address(), AGAIN)) {
      assertThat(client.schema().supports("of-1")).isTrue();
      for (String expected : List.of("of-1", "of-3")) {
        assertThatThrownBy(() -> client.execute(QmpCommand.of("bye")))
            .isInstanceOf(ConnectionLostException.class);
        client.execute(STATUS);
        assertThat(client.schema().commands()).containsExactly(expected);
      }
    }
  }

  @Test
  void pausesDoubleUpToTheLongestAndAreNotAllTheSame() {
    Reconnect reconnect = Reconnect.backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
    long[] full = {100, 200, 400, 800, 1000, 1000};
    for (int failed = 0; failed < full.length; failed++) {
      long most = Duration.ofMillis(full[failed]).toNanos();
      for (int i = 0; i < 100; i++) {
        assertThat(reconnect.pauseNanos(failed)).isBetween(most / 2, most);
      }
    }
    assertThat(reconnect.pauseNanos(Integer.MAX_VALUE)).isBetween(500_000_000L, 1_000_000_000L);
    assertThat(java.util.stream.IntStream.range(0, 100).mapToLong(reconnect::pauseNanos).distinct())
        .hasSizeGreaterThan(10);
    assertThatThrownBy(() -> Reconnect.backoff(Duration.ZERO, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Reconnect.backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** However often the connection comes and goes, little waits for a listener that is slow. */
  @Test
  void manyReconnectsDoNotFillASlowListenersQueue() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    List<String> told = new CopyOnWriteArrayList<>();
    QmpListener slow =
        new QmpListener() {
          @Override
          public void event(QmpEvent event) {
            told.add(event.name());
            begun.countDown();
            try {
              release.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          }

          @Override
          public void gap(long missed) {
            told.add("gap " + missed);
          }

          @Override
          public void resync(QmpGreeting greeting) {
            told.add("resync " + greeting.packaged());
          }
        };
    EventQueue queue = new EventQueue(slow, 5, q -> {});
    QmpEvent event = QmpEvent.of("E", Json.MAPPER.createObjectNode(), java.time.Instant.EPOCH);
    queue.offer(event);
    begun.await();
    ConnectionLostException cause =
        new ConnectionLostException(io.kvmsdk.error.ErrorContext.of("a", "b"), "lost");
    io.kvmsdk.host.Version version = new io.kvmsdk.host.Version(7, 2, 0);
    for (int i = 0; i < 10_000; i++) {
      queue.offer(event);
      queue.disconnected(cause);
      queue.resync(new QmpGreeting(version, "" + i, java.util.Set.of()));
    }
    release.countDown();
    await().until(() -> told.contains("resync 9999"));
    assertThat(told).hasSizeLessThan(100).endsWith("resync 9999");
    long events =
        told.stream()
            .mapToLong(
                t -> t.startsWith("gap ") ? Long.parseLong(t.substring(4)) : t.equals("E") ? 1 : 0)
            .sum();
    assertThat(events).isEqualTo(10_001);
  }
}
