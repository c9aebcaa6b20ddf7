package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kvmsdk.error.TimedOutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Events and their listeners. */
class QmpEventsTest extends QmpSocketTest {

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
}
