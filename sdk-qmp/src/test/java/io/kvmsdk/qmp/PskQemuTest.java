package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pre-shared keys, against QEMU. */
@Timeout(60)
class PskQemuTest {

  private static final String KEY =
      "8f0d8e0a7c1b2a394857667584938271605f4e3d2c1b0a998877665544332211";

  @TempDir Path folder;
  private long socketsBefore;

  @BeforeEach
  void prepare() throws Exception {
    Files.writeString(
        folder.resolve("keys.psk"), "other:00112233445566778899aabbccddeeff\nkvm:" + KEY + "\n");
    socketsBefore = Leaks.sockets();
  }

  @AfterEach
  void nothingIsLeftOpen() {
    Leaks.assertNone(socketsBefore);
  }

  private MonitorQemu qemu(String more) throws Exception {
    return MonitorQemu.withTls(folder, "tls-creds-psk,dir=" + folder + more);
  }

  private static TlsEndpoint endpoint(MonitorQemu qemu, TlsCredentials credentials) {
    return QmpEndpoint.tls("127.0.0.1", qemu.port(), credentials);
  }

  private static void refused(QmpEndpoint endpoint, String... says) {
    assertThatThrownBy(
            () -> {
              try (PipeDriver driver = PipeDriver.connect(endpoint)) {
                driver.greeted();
              }
            })
        .isInstanceOf(EndpointException.class)
        .hasMessageContainingAll(says)
        .hasMessageNotContaining(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // TLS 1.3
        ",priority=NORMAL:-VERS-TLS1.3",
        ",priority=NORMAL:-VERS-TLS1.3:-AES-256-GCM:-AES-128-GCM",
      })
  void answers(String more) throws Exception {
    try (MonitorQemu qemu = qemu(more)) {
      TlsCredentials credentials = TlsCredentials.presharedKey(folder, "kvm");
      try (PipeDriver driver = PipeDriver.connect(endpoint(qemu, credentials)).greeted()) {
        String nonsense = "x".repeat(1 << 14);
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
  }

  @Test
  void byteByByte() throws Exception {
    try (MonitorQemu qemu = qemu("");
        TlsServer between = TlsServer.trickling(qemu.port());
        PipeDriver driver =
            PipeDriver.connect(
                QmpEndpoint.tls(
                    "127.0.0.1", between.port(), TlsCredentials.presharedKey(folder, "kvm")),
                1)) {
      driver.greeted();
      assertThat(driver.execute("{\"execute\": \"query-version\"}").has("return")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",priority=NORMAL:-VERS-TLS1.3"})
  void anotherKeyAndNoSuchUser(String more) throws Exception {
    byte[] right = HexFormat.of().parseHex(KEY);
    try (MonitorQemu qemu = qemu(more)) {
      refused(
          endpoint(qemu, TlsCredentials.presharedKey("kvm", new byte[32])),
          "keys.psk",
          "another key for kvm or no such user");
      refused(
          endpoint(qemu, TlsCredentials.presharedKey("nobody", right)),
          "another key for nobody or no such user");
      PipeDriver.connect(endpoint(qemu, TlsCredentials.presharedKey("kvm", right)))
          .greeted()
          .close();
    }
  }

  @Test
  void aServerWithCertificates() throws Exception {
    TestCertificates authority = TestCertificates.authority("test CA");
    authority.write(folder, "ca");
    authority
        .issue("server", "monitor.example", TestCertificates.keys("RSA", 2048), Instant.now())
        .write(folder, "server");
    try (MonitorQemu qemu = MonitorQemu.withTls(folder, "tls-creds-x509,dir=" + folder)) {
      refused(endpoint(qemu, TlsCredentials.presharedKey(folder, "kvm")), "is no tls-creds-psk");
    }
  }

  @Test
  void filesThatAreWrong() throws Exception {
    TlsEndpoint endpoint =
        QmpEndpoint.tls("127.0.0.1", 1, TlsCredentials.presharedKey(folder, "kvm"));
    Files.writeString(folder.resolve("keys.psk"), "kvm:" + KEY + "zz\n");
    refused(endpoint, "the key of kvm in", "keys.psk", "not hexadecimal");
    Files.writeString(folder.resolve("keys.psk"), "kvm2:" + KEY + "\n");
    refused(endpoint, "has no line for kvm");
    Files.delete(folder.resolve("keys.psk"));
    refused(endpoint, "there is no", "keys.psk");
  }

  @Test
  void noKeyIsShown() {
    byte[] key = HexFormat.of().parseHex(KEY);
    assertThat(QmpEndpoint.tls("host", 4444, TlsCredentials.presharedKey("kvm", key)))
        .hasToString("tls://host:4444 with the pre-shared key of kvm");
  }
}
