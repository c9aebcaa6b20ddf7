package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.error.UnsupportedFeatureException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Commands that overtake others. */
class QmpOutOfBandTest extends QmpSocketTest {

  private static final QmpOptions OUT_OF_BAND = QmpOptions.DEFAULT.withOutOfBand(true);

  @Test
  void oneOutOfBandIsSentThoughAllPlacesAreTaken() throws Exception {
    List<String> received = new CopyOnWriteArrayList<>();
    CountDownLatch overtaken = new CountDownLatch(1);
    ScriptedServer.Script script =
        peer -> {
          peer.send(ScriptedServer.GREETING);
          JsonNode negotiation = Json.MAPPER.readTree(peer.receive());
          assertThat(negotiation.path("arguments").path("enable").toString())
              .isEqualTo("[\"oob\"]");
          peer.answer(negotiation.path("id").asText(), "{}");
          List<String> ids = new ArrayList<>();
          for (int i = 0; i < 8; i++) {
            JsonNode command = Json.MAPPER.readTree(peer.receive());
            boolean now = command.has("exec-oob");
            received.add(now ? "now " + command.path("exec-oob").asText() : "in band");
            if (now) {
              peer.answer(command.path("id").asText(), "\"at once\"");
            } else {
              ids.add(command.path("id").asText());
            }
          }
          overtaken.await();
          for (String id : ids) {
            peer.answer(id, "{}");
          }
          for (int i = 0; i < 3; i++) {
            peer.answer(peer.receiveId(), "{}");
          }
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.address(), OUT_OF_BAND)) {
      List<CompletableFuture<JsonNode>> ten = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        ten.add(
            CompletableFuture.supplyAsync(
                () -> client.execute(STATUS), task -> new Thread(task).start()));
      }
      await().until(() -> received.size() == 7);
      assertThat(client.executeOutOfBand(QmpCommand.of("yank")).asText()).isEqualTo("at once");
      assertThat(received).hasSize(8).endsWith("now yank");
      assertThatThrownBy(() -> client.execute(STATUS, soon()))
          .isInstanceOf(TimedOutException.class)
          .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.NOT_APPLIED));
      overtaken.countDown();
      for (CompletableFuture<JsonNode> each : ten) {
        each.get();
      }
    }
  }

  /** QEMU still has it in its queue. */
  @Test
  void whoGivesUpKeepsThePlaceUntilTheReplyComes() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          List<String> ids = new ArrayList<>();
          for (int i = 0; i < 7; i++) {
            ids.add(peer.receiveId());
          }
          answer.await();
          for (String id : ids) {
            peer.answer(id, "\"late\"");
          }
          peer.answer(peer.receiveId(), "\"eighth\"");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.address(), OUT_OF_BAND)) {
      for (int i = 0; i < 8; i++) {
        Outcome outcome = i < 7 ? Outcome.UNKNOWN : Outcome.NOT_APPLIED;
        assertThatThrownBy(() -> client.execute(STATUS, soon()))
            .isInstanceOf(TimedOutException.class)
            .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(outcome));
      }
      answer.countDown();
      assertThat(client.execute(STATUS).asText()).isEqualTo("eighth");
    }
  }

  @Test
  void aFileThatCannotBeOpenedGivesBackThePlace() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          peer.answer(peer.receiveId(), "\"first\"");
          peer.waitForEnd();
        };
    PassedFile missing = PassedFile.open(folder.resolve("missing"), PassedFile.Access.READ);
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client =
            QmpClient.connect(QmpEndpoint.unix(server.path()).passingDescriptors(), OUT_OF_BAND)) {
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> client.execute(QmpCommand.of("getfd"), missing))
            .isInstanceOf(OperationFailedException.class)
            .hasMessageContaining("missing");
      }
      assertThat(client.execute(STATUS).asText()).isEqualTo("first");
    }
  }

  @Test
  void whereItWasNotNegotiatedNothingIsSent() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.send(ScriptedServer.GREETING.replace("\"oob\"", ""));
          peer.answer(peer.receiveId(), "{}");
          assertThat(peer.receive()).isNull();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script)) {
      try (QmpClient client = QmpClient.connect(server.path())) {
        assertThatThrownBy(() -> client.executeOutOfBand(STATUS))
            .isInstanceOf(UnsupportedFeatureException.class)
            .hasMessageContaining("withOutOfBand");
      }
      try (QmpClient client = QmpClient.connect(server.address(), OUT_OF_BAND)) {
        assertThatThrownBy(() -> client.executeOutOfBand(STATUS))
            .isInstanceOf(UnsupportedFeatureException.class)
            .hasMessageContaining("does not offer");
      }
    }
  }

  @Test
  void aRefusalOutOfBandIsARefusal() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.handshake();
          peer.send(
              "{\"error\": {\"class\": \"GenericError\", \"desc\": \"not so\"}, \"id\": "
                  + peer.receiveId()
                  + "}");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client = QmpClient.connect(server.address(), OUT_OF_BAND)) {
      assertThatThrownBy(() -> client.executeOutOfBand(STATUS))
          .isInstanceOf(OperationFailedException.class)
          .hasMessageContaining("not so");
    }
  }
}
