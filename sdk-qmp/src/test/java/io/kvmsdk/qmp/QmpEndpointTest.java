package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.qmp.PassedFile.Access;
import io.kvmsdk.qmp.command.AddFd;
import io.kvmsdk.qmp.command.Closefd;
import io.kvmsdk.qmp.command.Getfd;
import io.kvmsdk.qmp.command.QueryFdsets;
import io.kvmsdk.qmp.command.QueryVersion;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client over each way to a real monitor. */
@Timeout(120)
class QmpEndpointTest {

  @TempDir Path folder;

  @BeforeEach
  void prepare() throws Exception {
    Descriptors.require(); // JNA keeps a file open
  }

  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.MonitorQemu#all")
  void tls(Path binary) throws Exception {
    TestCertificates ca = TestCertificates.authority("test CA");
    ca.write(folder, "ca");
    ca.issue("server", "monitor.example", TestCertificates.keys("RSA", 2048), Instant.now())
        .write(folder, "server");
    ca.issue("client", "client.example").write(folder, "client");
    TlsCredentials credentials = TlsCredentials.x509(folder);
    try (MonitorQemu qemu =
        MonitorQemu.withTls(binary, folder, "tls-creds-x509,dir=" + folder + ",verify-peer=on")) {
      int port = qemu.port();
      long before = Leaks.sockets();
      QmpEndpoint named =
          QmpEndpoint.tls("127.0.0.1", port, credentials).withServerName("monitor.example");
      try (QmpClient client = QmpClient.connect(named, QmpOptions.DEFAULT)) {
        assertThat(client.execute(QueryVersion.INSTANCE).qemu().major()).isGreaterThan(6);
        assertThat(client.supports(AddFd.class, "opaque")).isTrue(); // a reply of 200 KB
      }
      assertThatThrownBy(() ->
              QmpClient.connect(
                  QmpEndpoint.tls("127.0.0.1", port, credentials), QmpOptions.DEFAULT))
          .isInstanceOf(ConnectFailedException.class)
          .hasMessageContaining("127.0.0.1")
          .hasMessageNotContaining("does QEMU listen");
      Leaks.assertNone(before);
    }
  }

  @Test
  void aChannelThatIsThereAlready() throws Exception {
    try (MonitorQemu qemu = MonitorQemu.start(folder)) {
      long before = Leaks.sockets();
      SocketChannel channel =
          SocketChannel.open(java.net.UnixDomainSocketAddress.of(qemu.socket()));
      try (QmpClient client = QmpClient.connect(QmpEndpoint.channel(channel), QmpOptions.DEFAULT)) {
        assertThat(client.execute(QueryVersion.INSTANCE).qemu().major()).isGreaterThan(6);
      }
      assertThat(channel.isOpen()).isFalse();
      Leaks.assertNone(before);
    }
  }

  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.MonitorQemu#all")
  void openFilesOfSeveralThreads(Path binary) throws Exception {
    Path disk = Files.write(folder.resolve("disk.raw"), new byte[512]);
    PassedFile file = PassedFile.open(disk, Access.READ);
    try (MonitorQemu qemu = MonitorQemu.start(binary, folder)) {
      long before = Leaks.sockets();
      QmpEndpoint passing = QmpEndpoint.unix(qemu.socket()).passingDescriptors();
      try (QmpClient client = QmpClient.connect(passing, QmpOptions.DEFAULT)) {
        QmpObject unused = client.execute(Getfd.builder().fdname("one").build(), file);
        unused = client.execute(Closefd.builder().fdname("one").build());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
          List<Future<?>> all = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            all.add(
                threads.submit(
                    () -> client.execute(AddFd.builder().fdsetId(7).opaque("disk").build(), file)));
            all.add(threads.submit(() -> client.execute(QueryVersion.INSTANCE)));
          }
          for (Future<?> one : all) one.get();
        } finally {
          threads.shutdown();
        }
        assertThat(client.execute(QueryFdsets.INSTANCE).get(0).fds()).hasSize(100);
        assertThatThrownBy(() ->
                client.execute(
                    Getfd.builder().fdname("two").build(),
                    PassedFile.open(folder.resolve("missing"), Access.READ)))
            .isInstanceOf(OperationFailedException.class)
            .hasMessageContaining("missing");
        assertThat(client.execute(QueryVersion.INSTANCE).qemu().major()).isGreaterThan(6);
      }
      Leaks.assertNone(before);
      try (QmpClient plain = QmpClient.connect(qemu.socket())) {
        assertThatThrownBy(() -> plain.execute(Getfd.builder().fdname("one").build(), file))
            .isInstanceOf(UnsupportedFeatureException.class)
            .hasMessageContaining("passingDescriptors");
      }
    }
  }
}
