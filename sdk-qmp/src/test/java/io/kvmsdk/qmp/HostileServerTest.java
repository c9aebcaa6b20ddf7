package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.units.ByteSize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** What comes in may be anything. */
class HostileServerTest extends QmpSocketTest {

  @Test
  void bytesOneAtATime() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.sendByteByByte(ScriptedServer.GREETING);
          peer.answer(peer.receiveId(), "{}");
          String id = peer.receiveId();
          peer.sendByteByByte("{\"event\": \"STOP\"} {\"id\": " + id + ", \"return\": {\"a\":");
          peer.sendByteByByte(" \"}\\\"{ \u00e9\u20ac\"}}");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      assertThat(client.execute(STATUS).path("a").asText()).isEqualTo("}\"{ \u00e9\u20ac");
    }
  }

  @Test
  void aServerThatDiesMidReply() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          peer.send("{\"id\": " + peer.receiveId() + ", \"ret");
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
  void repliesThatWereNeverAskedForAreDropped() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          String id = peer.receiveId();
          for (String wrong :
              List.of(
                  "\"" + id + "\"",
                  id + ".5",
                  "-1",
                  "null",
                  "[]",
                  "{}",
                  "99",
                  "1e400",
                  "18446744073709551616")) {
            peer.send("{\"return\": \"stray\", \"id\": " + wrong + "}");
          }
          peer.answer(id, "1");
          peer.answer(id, "\"twice\"");
          peer.answer(peer.receiveId(), "2");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      assertThat(client.execute(STATUS).asInt()).isEqualTo(1);
      assertThat(client.execute("other", Json.MAPPER.createObjectNode()).isMissingNode()).isFalse();
      assertThat(client.waiting()).isZero();
    }
  }

  @Test
  void membersThatNobodyKnowsAreNoHarm() throws Exception {
    List<QmpEvent> events = Collections.synchronizedList(new ArrayList<>());
    ScriptedServer.Script script =
        peer -> {
          peer.send(
              "{\"x\": 1, \"QMP\": {\"version\": {\"qemu\": {\"major\": 99, \"nano\": 1}},"
                  + " \"capabilities\": [\"oob\", \"new\", 7], \"y\": {}}}");
          peer.answer(peer.receiveId(), "{\"z\": null}");
          peer.send("{\"event\": \"NEW\", \"__vendor\": {\"a\": [1]}, \"timestamp\": 5}");
          peer.send("{\"__vendor\": 1, \"return\": {\"b\": 2}, \"id\": " + peer.receiveId() + "}");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.address(), QmpOptions.DEFAULT, events::add)) {
      assertThat(client.greeting().version().toString()).startsWith("99.");
      assertThat(client.execute(STATUS).path("b").asInt()).isEqualTo(2);
      await().untilAsserted(() -> assertThat(events).hasSize(1));
      assertThat(events.get(0).name()).isEqualTo("NEW");
    }
  }

  /** Jackson's bounds: a thousand levels, a thousand digits. */
  @Test
  void whatWouldCostTheParserTooMuchEndsTheConnection() throws Exception {
    for (String bad : List.of("[".repeat(100_000) + "]".repeat(100_000), "9".repeat(100_000))) {
      ScriptedServer.Script script =
          peer -> {
            peer.handshake();
            peer.answer(peer.receiveId(), bad);
            peer.waitForEnd();
          };
      try (ScriptedServer server = new ScriptedServer(folder, script);
          QmpClient client = QmpClient.connect(server.path())) {
        assertThatThrownBy(() -> client.execute(STATUS))
            .isInstanceOf(ConnectionLostException.class)
            .hasMessageContaining("not JSON");
        assertThat(client.waiting()).isZero();
      }
    }
  }

  @Test
  void aServerThatHangsForEver() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.path())) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> client.execute(STATUS, Deadline.after(Duration.ofMillis(50))))
            .isInstanceOf(TimedOutException.class);
      }
      assertThat(client.waiting()).isZero();
      assertThat(client.isOpen()).isTrue();
    }
  }

  @Test
  void aHundredThousandEventsAroundAReply() throws Exception {
    int half = 50_000;
    String events = "{\"event\": \"E\", \"data\": {\"n\": 1}}\r\n".repeat(half);
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          String id = peer.receiveId();
          peer.send(events);
          peer.answer(id, "\"between\"");
          peer.send(events);
          peer.answer(peer.receiveId(), "\"after\"");
          peer.waitForEnd();
        };
    LongAdder told = new LongAdder();
    QmpListener counting =
        new QmpListener() {
          @Override
          public void event(QmpEvent event) {
            told.increment();
          }

          @Override
          public void gap(long missed) {
            told.add(missed);
          }
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.address(), QmpOptions.DEFAULT, counting)) {
      assertThat(client.execute(STATUS).asText()).isEqualTo("between");
      assertThat(client.execute(STATUS).asText()).isEqualTo("after");
      await().untilAsserted(() -> assertThat(told.sum()).isEqualTo(2L * half));
    }
  }
}
