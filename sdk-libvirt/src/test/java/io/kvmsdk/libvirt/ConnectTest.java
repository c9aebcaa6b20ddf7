package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.NotFoundException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connecting to what is not there, or is something else. */
@Timeout(120)
class ConnectTest {

  private static final ConnectOptions QUICK =
      ConnectOptions.DEFAULT.withConnectTimeout(Duration.ofMillis(700));

  @TempDir Path folder;

  @BeforeAll
  static void needs() {
    Hypervisors.requireLibrary();
    Hypervisor.connect(TestDriverTarget.URI).close(); // the event loop is there for good
  }

  private static HypervisorException failure(String uri, ConnectOptions options) {
    Leaks before = Leaks.now();
    HypervisorException failure =
        catchThrowableOfType(HypervisorException.class, () -> Hypervisor.connect(uri, options));
    assertThat(failure).as("connecting to %s", uri).isNotNull();
    assertThat(failure.operation()).isEqualTo("hypervisor.connect");
    assertThat(failure).hasMessageContaining(uri);
    before.assertNothingLeft();
    return failure;
  }

  private String uri(Path socket) {
    return "qemu+unix:///system?socket=" + socket;
  }

  @Test
  void aSocketThatIsNotThereIsNamedWithTheRemedy() {
    Path socket = folder.resolve("no-such-sock");
    assertThat(failure(uri(socket), ConnectOptions.DEFAULT))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining(socket.toString())
        .hasMessageContaining("systemctl start libvirtd")
        .satisfies(e -> assertThat(((HypervisorException) e).nativeCode()).isPresent());
  }

  @Test
  void aSocketThatNobodyListensToIsNamed() throws IOException {
    Path socket = folder.resolve("dead-sock");
    listen(socket).close(); // leaves the file
    assertThat(socket).exists();
    assertThat(failure(uri(socket), ConnectOptions.DEFAULT))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining(socket.toString());
  }

  @Test
  void aDaemonThatNeverAnswersIsGivenUpInTime() throws Exception {
    Path socket = folder.resolve("mute-sock");
    try (ServerSocketChannel server = listen(socket)) {
      long begin = System.nanoTime();
      HypervisorException failure =
          catchThrowableOfType(
              HypervisorException.class, () -> Hypervisor.connect(uri(socket), QUICK));
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      assertThat(failure)
          .isInstanceOf(ConnectFailedException.class)
          .hasMessageContaining("nobody answered within 0.7 s");
      assertThat(took).isLessThan(Duration.ofSeconds(8)); // closing has some patience of its own
      assertThat(server.isOpen()).isTrue();
    }
    // What hung ends with the server, and what came of it is closed: nothing is left for good.
    Files.delete(socket);
    Leaks.awaitThreadsGone(".*mute-sock.*");
  }

  @Test
  void somethingElseIsNotTakenForALibvirtd() throws Exception {
    Path socket = folder.resolve("other-sock");
    try (ServerSocketChannel server = listen(socket)) {
      Thread http =
          new Thread(() -> {
            try {
              while (true) {
                try (SocketChannel client = server.accept()) {
                  client.read(ByteBuffer.allocate(64));
                  client.write(
                      ByteBuffer.wrap(
                          "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
                }
              }
            } catch (ClosedChannelException e) {
              return; // the end of the test
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
      http.start();
      assertThat(failure(uri(socket), ConnectOptions.DEFAULT))
          .isInstanceOf(ConnectFailedException.class);
      server.close();
      http.join();
    }
  }

  @Test
  void aDriverThatDoesNotKnowThePathSaysSo() {
    assertThat(failure("test:///no/such/file.xml", ConnectOptions.DEFAULT))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("/no/such/file.xml");
  }

  @Test
  void aHostThatIsNotThereIsNoSurprise() {
    assertThat(failure("qemu+tcp://127.0.0.1:1/system", ConnectOptions.DEFAULT))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("Is the host up");
  }

  @Test
  void textsAreUtf8WhateverTheDefaultCharacterSetIs() {
    try (Hypervisor kvm = Hypervisor.connect(TestDriverTarget.URI)) {
      String name = "gr\u00fc\u00df-dich-\u65e5\u672c";
      NotFoundException failure =
          catchThrowableOfType(NotFoundException.class, () -> kvm.domains().require(name));
      assertThat(failure).hasMessageContaining(name);
      var domain =
          kvm.domains()
              .define(
                  TestDriverTarget.INSTANCE
                      .guest(name, io.kvmsdk.testkit.contract.GuestKind.OBEDIENT)
                      .title("T\u00edtulo \ud83d\ude00")
                      .build());
      assertThat(kvm.domains().require(name).definition().title())
          .contains("T\u00edtulo \ud83d\ude00");
      domain.undefine();
    }
  }

  private static ServerSocketChannel listen(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    return server.bind(UnixDomainSocketAddress.of(socket));
  }
}
