package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Certificates, against a QEMU that requires the client's. */
@Timeout(60)
class TlsQemuTest {

  @TempDir static Path shared;
  private static final TestCertificates CA = TestCertificates.authority("test CA");
  private static MonitorQemu qemu;
  private static int port;

  @TempDir Path mine;
  private long socketsBefore;

  @BeforeAll
  static void start() throws Exception {
    CA.write(shared, "ca");
    // RSA, for GnuTLS does not read the JDK's form of EC keys.
    CA.issue("server", "monitor.example", TestCertificates.keys("RSA", 2048), Instant.now())
        .write(shared, "server");
    qemu = MonitorQemu.withTls(shared, "tls-creds-x509,dir=" + shared + ",verify-peer=on");
    port = qemu.port();
  }

  @AfterAll
  static void end() throws Exception {
    if (qemu != null) {
      qemu.close();
    }
  }

  @BeforeEach
  void prepare() {
    CA.write(mine, "ca");
    CA.issue("client", "client.example").write(mine, "client");
    socketsBefore = Leaks.sockets();
  }

  @AfterEach
  void nothingIsLeftOpen() {
    Leaks.assertNone(socketsBefore);
  }

  private TlsEndpoint endpoint() {
    return endpoint(TlsCredentials.x509(mine));
  }

  private static TlsEndpoint endpoint(TlsCredentials credentials) {
    return endpoint(port, credentials);
  }

  private static TlsEndpoint endpoint(int port, TlsCredentials credentials) {
    return QmpEndpoint.tls("127.0.0.1", port, credentials).withServerName("monitor.example");
  }

  private static void refused(QmpEndpoint endpoint, String... says) {
    assertThatThrownBy(
            () -> {
              try (PipeDriver driver = PipeDriver.connect(endpoint)) {
                driver.greeted();
              }
            })
        .isInstanceOf(EndpointException.class)
        .hasMessageContainingAll(says);
  }

  @Test
  void answersOverTls() throws Exception {
    try (PipeDriver driver = PipeDriver.connect(endpoint()).greeted()) {
      assertThat(
              driver.execute("{\"execute\": \"query-version\"}").at("/return/qemu/major").asInt())
          .isGreaterThanOrEqualTo(7);
    }
  }

  @ParameterizedTest
  @CsvSource({"RSA,2048", "RSASSA-PSS,2048", "EC,384", "Ed25519,0"})
  void keysOfAllKinds(String algorithm, int size) throws Exception {
    CA.issue("client", "client.example", TestCertificates.keys(algorithm, size), Instant.now())
        .write(mine, "client");
    PipeDriver.connect(endpoint()).greeted().close();
  }

  /** QEMU before 8.0 is given a byte a record, or it would hang; a newer one takes what comes. */
  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.MonitorQemu#all")
  void manyRecordsEachWay(Path binary) throws Exception {
    String nonsense = "x".repeat(40_000);
    try (MonitorQemu any = MonitorQemu.withTls(binary, mine, "tls-creds-x509,dir=" + shared);
        PipeDriver driver = PipeDriver.connect(endpoint(any.port(), TlsCredentials.x509(mine)))) {
      if (driver.greeting().at("/QMP/version/qemu/major").asInt() >= 8) {
        ((TlsPipe) driver.pipe()).wholeRecords();
      }
      driver.execute("{\"execute\": \"qmp_capabilities\"}");
      assertThat(
              driver
                  .execute(
                      "{\"execute\": \"human-monitor-command\", \"arguments\": {\"command-line\": \""
                          + nonsense
                          + "\"}}")
                  .get("return")
                  .asText())
          .contains(nonsense);
    }
  }

  @Test
  void filesByTheirNames() throws Exception {
    TlsCredentials credentials =
        TlsCredentials.x509(
            mine.resolve("ca-cert.pem"),
            mine.resolve("client-cert.pem"),
            mine.resolve("client-key.pem"));
    PipeDriver.connect(endpoint(credentials)).greeted().close();
  }

  @Test
  void anotherAuthority() {
    TestCertificates.authority("other CA").write(mine, "ca");
    refused(
        endpoint(),
        "the server's certificate, CN=server issued by CN=test CA, is not issued by a CA that is"
            + " trusted here");
  }

  @Test
  void anAuthorityOfTheSameName() {
    TestCertificates.authority("test CA").write(mine, "ca");
    refused(endpoint(), "the server's certificate, CN=server");
  }

  @Test
  void theNameOfAnotherHost() {
    refused(
        endpoint().withServerName("other.example"),
        "CN=server",
        "is not for other.example, but for monitor.example",
        "withServerName");
    refused(endpoint().withServerName("127.0.0.1"), "is not for 127.0.0.1");
  }

  @Test
  void noClientCertificate() throws Exception {
    Files.delete(mine.resolve("client-cert.pem"));
    Files.delete(mine.resolve("client-key.pem"));
    refused(endpoint(), "no client certificate was sent");
    refused(
        endpoint(TlsCredentials.trusting(mine.resolve("ca-cert.pem"))),
        "no client certificate was sent");
  }

  @Test
  void aClientCertificateOfAnotherAuthority() {
    TestCertificates.authority("other CA").issue("client", "client").write(mine, "client");
    refused(
        endpoint(), "does not accept the client's certificate", "CN=client issued by CN=other CA");
  }

  @Test
  void aKeyOfAnotherCertificate() throws Exception {
    CA.issue("other", "other").write(mine, "other");
    Files.move(
        mine.resolve("other-key.pem"),
        mine.resolve("client-key.pem"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    refused(endpoint(), "client-key.pem", "is not that of the certificate in", "CN=client");
  }

  @Test
  void anExpiredClientCertificate() {
    CA.issue(
            "client",
            "c",
            TestCertificates.keys("EC", 256),
            Instant.now().minusSeconds(86_400 * 500))
        .write(mine, "client");
    refused(endpoint(), "client-cert.pem", "CN=client", "is valid from", "only");
  }
}
