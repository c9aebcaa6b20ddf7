package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.qmp.direct.RealQemu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The protocol as QEMU speaks it. */
class QmpRealQemuTest extends QmpSocketTest {

  private static final QmpOptions OUT_OF_BAND = QmpOptions.DEFAULT.withOutOfBand(true);

  static Stream<Named<Path>> qemus() {
    return RealQemu.all();
  }

  /** One that ends with the test. */
  private final class Qemu implements AutoCloseable {
    final Process process;
    final QmpEndpoint address;

    Qemu(Path binary, String... more) throws IOException {
      Path socket = folder.resolve("qmp");
      Files.deleteIfExists(socket);
      address = QmpEndpoint.unix(socket);
      List<String> command = new ArrayList<>(List.of(binary.toString(), "-M", "none"));
      command.addAll(List.of("-nodefaults", "-display", "none"));
      command.addAll(List.of("-qmp", "unix:" + socket + ",server=on,wait=off"));
      command.addAll(List.of(more));
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      await().until(() -> Files.exists(socket) || !process.isAlive());
    }

    @Override
    public void close() throws InterruptedException {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  @ParameterizedTest
  @MethodSource("qemus")
  void beforeTheMachineIsConfigured(Path binary) throws Exception {
    try (Qemu qemu = new Qemu(binary, "-preconfig");
        QmpClient client = QmpClient.connect(qemu.address, QmpOptions.DEFAULT)) {
      assertThat(client.execute(STATUS).path("status").asText()).isEqualTo("prelaunch");
      assertThat(client.schema().supports("x-exit-preconfig")).isTrue();
      assertThatThrownBy(() -> client.execute(QmpCommand.of("cont")))
          .as("not before")
          .isInstanceOf(HypervisorException.class);
      client.execute(QmpCommand.of("x-exit-preconfig"));
      client.execute(QmpCommand.of("cont"));
      assertThat(client.execute(STATUS).path("status").asText()).isEqualTo("running");
    }
  }

  @ParameterizedTest
  @MethodSource("qemus")
  void outOfBand(Path binary) throws Exception {
    try (Qemu qemu = new Qemu(binary);
        QmpClient client = QmpClient.connect(qemu.address, OUT_OF_BAND)) {
      List<String> allowed = new ArrayList<>();
      for (JsonNode entry : client.execute(QmpCommand.of("query-qmp-schema"))) {
        if (entry.path("allow-oob").asBoolean()) {
          allowed.add(entry.path("name").asText());
        }
      }
      assertThat(allowed).contains("migrate-pause", "migrate-recover", "yank");
      assertThatThrownBy(() -> client.executeOutOfBand(QmpCommand.of("migrate-pause")))
          .isInstanceOf(OperationFailedException.class)
          .hasMessageContaining("migrate-pause");
      JsonNode none =
          Json.MAPPER.createObjectNode().set("instances", Json.MAPPER.createArrayNode());
      client.executeOutOfBand(QmpCommand.of("yank", none));
      assertThatThrownBy(() -> client.executeOutOfBand(STATUS))
          .as("not allowed")
          .isInstanceOf(HypervisorException.class)
          .satisfies(e -> assertThat(outcomeOf(e)).isEqualTo(Outcome.NOT_APPLIED));
      assertThat(client.execute(STATUS).path("status").isTextual()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("qemus")
  void errorClasses(Path binary) throws Exception {
    try (Qemu qemu = new Qemu(binary);
        QmpClient client = QmpClient.connect(qemu.address, QmpOptions.DEFAULT)) {
      assertThatThrownBy(() -> client.execute(QmpCommand.of("no-such-command")))
          .isInstanceOf(UnsupportedFeatureException.class);
      JsonNode missing = Json.MAPPER.createObjectNode().put("id", "missing");
      assertThatThrownBy(() -> client.execute("device_del", missing))
          .isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> client.execute(QmpCommand.of("query-balloon")))
          .isInstanceOf(InvalidStateException.class);
      assertThatThrownBy(() -> client.execute("device_del", Json.MAPPER.createObjectNode()))
          .isInstanceOf(OperationFailedException.class)
          .satisfies(
              e -> assertThat(((HypervisorException) e).nativeCode()).contains("GenericError"));
    }
  }

  @ParameterizedTest
  @MethodSource("qemus")
  void quitSucceedsWhetherItIsAnsweredOrNot(Path binary) throws Exception {
    try (Qemu qemu = new Qemu(binary);
        QmpClient client = QmpClient.connect(qemu.address, QmpOptions.DEFAULT)) {
      assertThat(client.execute(QmpCommand.of("quit"))).isEmpty();
      assertThat(qemu.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      await().until(() -> !client.isOpen());
      assertThatThrownBy(() -> client.execute(STATUS)).isInstanceOf(ConnectionLostException.class);
    }
  }

  /** The same socket, another QEMU. */
  @ParameterizedTest
  @MethodSource("qemus")
  void anotherQemuAtTheSameSocket(Path binary) throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    QmpListener listener =
        new QmpListener() {
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
            told.add("resync");
          }
        };
    QmpOptions again =
        QmpOptions.DEFAULT.withReconnect(
            Reconnect.backoff(Duration.ofMillis(10), Duration.ofMillis(100)));
    try (Qemu first = new Qemu(binary);
        QmpClient client = QmpClient.connect(first.address, again, listener)) {
      client.execute(QmpCommand.of("quit"));
      first.process.waitFor();
      try (Qemu second = new Qemu(binary, "-S")) {
        assertThat(client.execute(STATUS).path("running").asBoolean()).isFalse();
        client.execute(QmpCommand.of("cont"));
        await()
            .untilAsserted(() ->
                assertThat(told).containsExactly("SHUTDOWN", "disconnected", "resync", "RESUME"));
        assertThat(second.process.isAlive()).isTrue();
      }
    }
  }
}
