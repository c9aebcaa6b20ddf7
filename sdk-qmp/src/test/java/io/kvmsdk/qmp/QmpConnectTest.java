package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.Outcome;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class QmpConnectTest {

  private static final QmpOptions QUICK =
      QmpOptions.DEFAULT.withConnectTimeout(Duration.ofMillis(300));

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

  private static void refused(ThrowingCallable connect, String... says) {
    assertThatThrownBy(connect)
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContainingAll(says)
        .satisfies(
            e -> assertThat(((ConnectFailedException) e).outcome()).isEqualTo(Outcome.NOT_APPLIED));
  }

  @Test
  void noSuchSocket() {
    Path missing = folder.resolve("missing.sock");
    refused(() -> QmpClient.connect(missing), missing.toString(), "no such socket", "start QEMU");
  }

  @Test
  void aPlainFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "hello");
    refused(() -> QmpClient.connect(file), file.toString(), "not a socket");
  }

  @Test
  void aPathThatIsTooLong() {
    Path path = folder.resolve("x".repeat(120));
    refused(
        () -> QmpClient.connect(path), path.toString(), path.toString().length() + " bytes", "107");
  }

  @Test
  void aSocketWhoseOwnerHasEnded() throws Exception {
    Path path = folder.resolve("dead.sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
    }
    refused(() -> QmpClient.connect(path), path.toString(), "has ended");
  }

  @Test
  void nobodyTakesTheConnectionAndTheBacklogIsFull() throws Exception {
    Path path = folder.resolve("full.sock");
    List<SocketChannel> waiting = new ArrayList<>();
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path), 1);
      for (int i = 0; i < 2; i++) {
        waiting.add(SocketChannel.open(UnixDomainSocketAddress.of(path)));
      }
      refused(() -> QmpClient.connect(QmpEndpoint.unix(path), QUICK), path.toString(), "PT0.3S");
    } finally {
      for (SocketChannel channel : waiting) {
        channel.close();
      }
    }
  }

  @Test
  void aServerThatNeverSaysAnything() throws Exception {
    try (ScriptedServer server = new ScriptedServer(folder, ScriptedServer.Peer::waitForEnd)) {
      refused(
          () -> QmpClient.connect(server.address(), QUICK),
          server.path().toString(),
          "no QMP greeting came within PT0.3S",
          "another client");
    }
  }

  @Test
  void aServerThatGreetsAndIsSilentThen() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.send(ScriptedServer.GREETING);
          peer.waitForEnd();
        };
    QmpOptions patient = QmpOptions.DEFAULT.withConnectTimeout(Duration.ofSeconds(2));
    try (ScriptedServer server = new ScriptedServer(folder, script)) {
      refused(
          () -> QmpClient.connect(server.address(), patient),
          server.path().toString(),
          "qmp_capabilities was not answered within PT2S");
    }
  }

  @Test
  void aServerThatClosesAtOnce() throws Exception {
    try (ScriptedServer server = new ScriptedServer(folder, peer -> {})) {
      refused(
          () -> QmpClient.connect(server.path()),
          server.path().toString(),
          "closed the connection");
    }
  }

  @Test
  void aServerThatSpeaksSomethingElse() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.send("SSH-2.0-OpenSSH_9.2\r\n");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script)) {
      refused(
          () -> QmpClient.connect(server.path()),
          server.path().toString(),
          "not a QMP socket",
          "0x53");
    }
  }

  @Test
  void aServerThatSpeaksAnotherJson() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.send("{\"jsonrpc\": \"2.0\"}\r\n");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script)) {
      refused(() -> QmpClient.connect(server.path()), "not a QMP socket", "no greeting");
    }
  }

  @Test
  void aServerThatRefusesTheCapabilities() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.send(ScriptedServer.GREETING);
          peer.send(
              "{\"id\": "
                  + peer.receiveId()
                  + ", \"error\": {\"class\": \"GenericError\", \"desc\": \"not today\"}}");
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script)) {
      refused(() -> QmpClient.connect(server.path()), "not today");
    }
  }

  @Test
  void interruptedWhileConnecting() throws Exception {
    CountDownLatch accepted = new CountDownLatch(1);
    ScriptedServer.Script script =
        peer -> {
          accepted.countDown();
          peer.waitForEnd();
        };
    try (ScriptedServer server = new ScriptedServer(folder, script)) {
      Thread me = Thread.currentThread();
      Thread other =
          new Thread(() -> {
            try {
              accepted.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            me.interrupt();
          });
      other.start();
      assertThatThrownBy(() -> QmpClient.connect(server.path()))
          .isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
      other.join();
    }
  }

  @Test
  void eventsAroundTheHandshakeAreNotTakenForReplies() throws Exception {
    String event =
        "{\"event\": \"RESUME\", \"timestamp\": {\"seconds\": 5, \"microseconds\": 7}}\r\n";
    ScriptedServer.Script script =
        peer -> {
          peer.send(event);
          peer.send(ScriptedServer.GREETING);
          peer.send(event + event);
          String id = peer.receiveId();
          peer.send(event);
          peer.answer(id, "{}");
          peer.waitForEnd();
        };
    CountDownLatch four = new CountDownLatch(4);
    try (ScriptedServer server = new ScriptedServer(folder, script);
        QmpClient client =
            QmpClient.connect(server.address(), QmpOptions.DEFAULT, e -> four.countDown())) {
      assertThat(client.greeting().version()).hasToString("7.2.22");
      assertThat(client.greeting().capabilities()).containsExactly("oob");
      four.await();
    }
  }
}
