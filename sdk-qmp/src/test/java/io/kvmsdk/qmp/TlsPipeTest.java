package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.call.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS against servers that do what QEMU does not let itself be told to. */
@Timeout(60)
class TlsPipeTest {

  private static final TestCertificates CA = TestCertificates.authority("test CA");
  private static final Duration TWO_YEARS = Duration.ofDays(730);

  @TempDir Path folder;
  private long socketsBefore;

  @BeforeEach
  void prepare() {
    CA.write(folder, "ca");
    socketsBefore = Leaks.sockets();
  }

  @AfterEach
  void nothingIsLeftOpen() {
    Leaks.assertNone(socketsBefore);
  }

  private TlsEndpoint endpoint(TlsServer server) {
    return QmpEndpoint.tls(
        "127.0.0.1", server.port(), TlsCredentials.trusting(folder.resolve("ca-cert.pem")));
  }

  private static TlsServer serving(TestCertificates shown, String protocol) throws Exception {
    return TlsServer.echoing(TlsServer.context(shown, CA), protocol);
  }

  private static TestCertificates valid() {
    return CA.issue("server", "127.0.0.1");
  }

  private static TestCertificates around(Instant middle) {
    return CA.issue("server", "127.0.0.1", TestCertificates.keys("EC", 256), middle);
  }

  private static void refused(QmpEndpoint endpoint, String... says) {
    assertThatThrownBy(() -> PipeDriver.connect(endpoint).close())
        .isInstanceOf(EndpointException.class)
        .hasMessageContainingAll(says);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void megabytesInRecordsOfAnySize(String protocol) throws Exception {
    String megabyte = "0123456789abcdef".repeat(1 << 16);
    try (TlsServer server = serving(valid(), protocol);
        PipeDriver driver = PipeDriver.connect(endpoint(server))) {
      driver.send("one\n".getBytes(StandardCharsets.UTF_8));
      assertThat(driver.line()).isEqualTo("one");
      ((TlsPipe) driver.pipe()).wholeRecords();
      Thread sender = sender(driver, megabyte + "\n");
      assertThat(driver.line()).isEqualTo(megabyte);
      sender.join();
    }
  }

  /** The echo is read while it is written, or both sides would wait for each other. */
  private static Thread sender(PipeDriver driver, String text) {
    Thread sender =
        new Thread(() -> {
          ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
          try {
            while (!driver.pipe().write(bytes)) {
              Thread.onSpinWait();
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    sender.start();
    return sender;
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void byteByByte(String protocol) throws Exception {
    String text = "0123456789".repeat(500);
    try (TlsServer server = serving(valid(), protocol);
        TlsServer between = TlsServer.trickling(server.port());
        PipeDriver driver = PipeDriver.connect(endpoint(between), 1)) {
      ((TlsPipe) driver.pipe()).wholeRecords();
      driver.send((text + "\n").getBytes(StandardCharsets.UTF_8));
      assertThat(driver.line()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void newKeysMeanwhile(String protocol) throws Exception {
    try (TlsServer server = TlsServer.rekeying(TlsServer.context(valid(), CA), protocol);
        PipeDriver driver = PipeDriver.connect(endpoint(server))) {
      for (String text : List.of("a", "bc", "d")) {
        driver.send((text + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(driver.line()).isEqualTo(text);
      }
    }
  }

  @Test
  void aContextOfTheUsers() throws Exception {
    TestCertificates client = CA.issue("client", "client");
    try (TlsServer server = serving(valid(), "TLSv1.3")) {
      TlsCredentials credentials = TlsCredentials.context(TlsServer.context(client, CA));
      QmpEndpoint right = QmpEndpoint.tls("127.0.0.1", server.port(), credentials);
      PipeDriver.connect(right).close();
      refused(
          QmpEndpoint.tls("127.0.0.1", server.port(), credentials).withServerName("other.example"),
          "the server's certificate is not for other.example");
      TlsCredentials strange =
          TlsCredentials.context(TlsServer.context(client, TestCertificates.authority("other CA")));
      refused(
          QmpEndpoint.tls("127.0.0.1", server.port(), strange),
          "not issued by a CA that is trusted");
    }
  }

  @Test
  void anExpiredServer() throws Exception {
    Instant middle = Instant.now().minus(TWO_YEARS);
    try (TlsServer server = serving(around(middle), "TLSv1.3")) {
      refused(
          endpoint(server),
          "the server's certificate, CN=server issued by CN=test CA, expired on "
              + middle.plus(Duration.ofDays(365)).toString().substring(0, 10));
    }
  }

  @Test
  void aServerOfTheFuture() throws Exception {
    try (TlsServer server = serving(around(Instant.now().plus(TWO_YEARS)), "TLSv1.3")) {
      refused(endpoint(server), "CN=server", "is not valid yet");
    }
  }

  @Test
  void aRevokedServer() throws Exception {
    TestCertificates revoked = valid();
    TestCertificates.pem(folder.resolve("ca-crl.pem"), "X509 CRL", CA.revoke(revoked).getEncoded());
    try (TlsServer server = serving(revoked, "TLSv1.3");
        TlsServer other = serving(valid(), "TLSv1.3")) {
      refused(
          QmpEndpoint.tls("127.0.0.1", server.port(), TlsCredentials.x509(folder)),
          "CN=server",
          "is revoked by ca-crl.pem");
      PipeDriver.connect(QmpEndpoint.tls("127.0.0.1", other.port(), TlsCredentials.x509(folder)))
          .close();
    }
  }

  @Test
  void theListOfAnotherAuthority() throws Exception {
    TestCertificates other = TestCertificates.authority("other CA");
    TestCertificates.pem(
        folder.resolve("ca-crl.pem"),
        "X509 CRL",
        other.revoke(other.issue("somebody", "somebody")).getEncoded());
    try (TlsServer server = serving(valid(), "TLSv1.3")) {
      refused(
          QmpEndpoint.tls("127.0.0.1", server.port(), TlsCredentials.x509(folder)),
          "cannot be looked up in ca-crl.pem");
    }
  }

  @Test
  void aServerThatSpeaksInClear() throws Exception {
    try (TlsServer server =
        TlsServer.plain(
            (in, out) -> out.write("{\"QMP\": {}}\r\n".getBytes(StandardCharsets.UTF_8)))) {
      refused(endpoint(server), "does not speak TLS", "tls-creds=");
    }
  }

  @Test
  void aServerThatEndsTheHandshake() throws Exception {
    try (TlsServer server = TlsServer.plain((in, out) -> in.readNBytes(10))) {
      refused(endpoint(server), "in the TLS handshake");
    }
  }

  @Test
  void aServerThatSaysNothing() throws Exception {
    try (TlsServer server = TlsServer.plain((in, out) -> in.readAllBytes())) {
      Connector connector = endpoint(server).connector();
      assertThatThrownBy(() -> connector.connect(Deadline.after(Duration.ofMillis(200))))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessageContainingAll("PT0.2S", "serves another client");
    }
  }

  @Test
  void interruptedInTheHandshake() throws Exception {
    CountDownLatch hello = new CountDownLatch(1);
    TlsServer.Script silent =
        (in, out) -> {
          in.readNBytes(1);
          hello.countDown();
          in.readAllBytes();
        };
    try (TlsServer server = TlsServer.plain(silent)) {
      Thread me = Thread.currentThread();
      Thread other =
          new Thread(() -> {
            try {
              hello.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            me.interrupt();
          });
      other.start();
      assertThatThrownBy(() -> PipeDriver.connect(endpoint(server)))
          .isInstanceOf(ClosedByInterruptException.class);
      assertThat(Thread.interrupted()).isTrue();
      other.join();
    }
  }

  @Test
  void nobodyListens() throws Exception {
    int port;
    try (TlsServer gone = TlsServer.plain(InputStream::transferTo)) {
      port = gone.port();
    }
    assertThatThrownBy(() ->
            PipeDriver.connect(
                QmpEndpoint.tls(
                    "127.0.0.1", port, TlsCredentials.trusting(folder.resolve("ca-cert.pem")))))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void theFarewellOfTheOtherSide() throws Exception {
    TestCertificates shown = valid();
    try (TlsServer server = serving(shown, "TLSv1.3");
        PipeDriver driver = PipeDriver.connect(endpoint(server))) {
      driver.send("bye\n".getBytes(StandardCharsets.UTF_8));
      assertThat(driver.line()).isEqualTo("bye");
      server.close();
      assertThatThrownBy(driver::line).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void nothingAfterClosing() throws Exception {
    try (TlsServer server = serving(valid(), "TLSv1.3")) {
      PipeDriver driver = PipeDriver.connect(endpoint(server));
      driver.close();
      driver.close();
      assertThatThrownBy(() -> driver.pipe().write(ByteBuffer.allocate(1)))
          .isInstanceOf(ClosedChannelException.class);
      assertThatThrownBy(() -> driver.pipe().read(ByteBuffer.allocate(1)))
          .isInstanceOf(ClosedChannelException.class);
    }
  }

  @Test
  void filesThatAreMissing() throws Exception {
    QmpEndpoint endpoint = QmpEndpoint.tls("127.0.0.1", 1, TlsCredentials.x509(folder));
    CA.issue("client", "client").write(folder, "client");
    Files.delete(folder.resolve("client-key.pem"));
    refused(endpoint, "there is no", "client-key.pem");
    Files.delete(folder.resolve("client-cert.pem"));
    Files.delete(folder.resolve("ca-cert.pem"));
    refused(endpoint, "there is no", "ca-cert.pem");
  }

  @Test
  void endpointsSayWhereTheyLead() {
    TlsCredentials files = TlsCredentials.x509(Path.of("/etc/pki/qemu"));
    assertThat(QmpEndpoint.tls("::1", 4444, files).withServerName("a.example"))
        .hasToString(
            "tls://[::1]:4444 as a.example with certificate /etc/pki/qemu/client-cert.pem, CA"
                + " /etc/pki/qemu/ca-cert.pem");
    assertThat(QmpEndpoint.tcp("host", 1)).hasToString("tcp://host:1");
    assertThat(QmpEndpoint.unix(Path.of("/run/a"))).hasToString("/run/a");
    assertThat(QmpEndpoint.tls("h", 1, files))
        .isEqualTo(QmpEndpoint.tls("h", 1, TlsCredentials.x509(Path.of("/etc/pki/qemu"))))
        .isNotEqualTo(QmpEndpoint.tls("h", 1, files).withServerName("b"));
    assertThatThrownBy(() -> QmpEndpoint.tcp("host", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
