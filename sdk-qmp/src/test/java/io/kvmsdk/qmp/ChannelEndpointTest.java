package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections that somebody else made. */
@Timeout(60)
class ChannelEndpointTest {

  @TempDir Path folder;
  private long socketsBefore;

  @BeforeEach
  void count() {
    socketsBefore = Leaks.sockets();
  }

  /** Channels of users' end on a thread of their own, and so a moment later. */
  @AfterEach
  void nothingIsLeftOpen() {
    await().untilAsserted(() -> assertThat(Leaks.threads()).isEmpty());
    Leaks.assertNone(socketsBefore);
  }

  /** The channel of a socket, as one that is not known to be one. */
  private record Wrapped(SocketChannel socket) implements ByteChannel {
    @Override
    public int read(ByteBuffer to) throws IOException {
      return socket.read(to);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      return socket.write(from);
    }

    @Override
    public boolean isOpen() {
      return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void aSocketIsUsedAsItIs() throws Exception {
    try (MonitorQemu qemu = MonitorQemu.start(folder)) {
      SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(qemu.socket()));
      try (PipeDriver driver = PipeDriver.connect(QmpEndpoint.channel(socket)).greeted()) {
        assertThat(driver.pipe().selectable()).isSameAs(socket);
      }
      assertThat(socket.isOpen()).isFalse();
    }
  }

  @Test
  void anotherChannelIsPumped() throws Exception {
    try (MonitorQemu qemu = MonitorQemu.start(folder)) {
      SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(qemu.socket()));
      QmpEndpoint endpoint = QmpEndpoint.channel(new Wrapped(socket));
      try (PipeDriver driver = PipeDriver.connect(endpoint).greeted()) {
        assertThat(driver.execute("{\"execute\": \"query-version\"}").has("return")).isTrue();
        assertThatThrownBy(() -> PipeDriver.connect(endpoint))
            .isInstanceOf(EndpointException.class)
            .hasMessageContaining("serves one connection");
      }
      await().untilAsserted(() -> assertThat(socket.isOpen()).isFalse());
    }
  }

  @Test
  void streamsOfAProcess() throws Exception {
    Process process = new ProcessBuilder("cat").start();
    try (PipeDriver driver =
        PipeDriver.connect(
            QmpEndpoint.streams(
                process.getInputStream(), process.getOutputStream(), process::destroy))) {
      driver.send("hello\n".getBytes(StandardCharsets.UTF_8));
      assertThat(driver.line()).isEqualTo("hello");
      ByteBuffer more = ByteBuffer.allocate(4 << 20); // cat is stuck when this one does not read
      assertThat(driver.pipe().write(more)).isFalse();
    }
    assertThat(process.waitFor()).isEqualTo(128 + 15);
  }

  @Test
  void aProcessThatEnds() throws Exception {
    Process process = new ProcessBuilder("echo", "hello").start();
    try (PipeDriver driver =
        PipeDriver.connect(
            QmpEndpoint.streams(
                process.getInputStream(), process.getOutputStream(), process::destroy))) {
      assertThat(driver.line()).isEqualTo("hello");
      assertThatThrownBy(driver::line).isInstanceOf(java.io.EOFException.class);
    }
  }

  @Test
  void whatBreaksIsTold() throws Exception {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the cable was cut");
          }
        };
    try (PipeDriver driver =
        PipeDriver.connect(
            QmpEndpoint.streams(broken, OutputStream.nullOutputStream(), () -> {}))) {
      assertThatThrownBy(driver::line)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the cable was cut");
    }
  }

  @Test
  void aChannelThatDoesNotBlock() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(folder.resolve("silent.sock")));
      SocketChannel socket =
          SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("silent.sock")));
      socket.configureBlocking(false);
      try (PipeDriver driver = PipeDriver.connect(QmpEndpoint.channel(new Wrapped(socket)))) {
        assertThatThrownBy(driver::line).hasMessageContaining("does not block");
      }
    }
  }

  /** Nobody takes what is written: only what the pair of sockets holds is taken from the writer. */
  @Test
  void aSlowSideIsNotBuffered() throws Exception {
    PipedInputStream in = new PipedInputStream(new PipedOutputStream());
    AtomicLong taken = new AtomicLong();
    AtomicBoolean closed = new AtomicBoolean();
    PipedInputStream reader = new PipedInputStream(1024);
    OutputStream stuck =
        new PipedOutputStream(reader) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            super.write(bytes, offset, length);
            taken.addAndGet(length);
          }

          @Override
          public void close() {
            closed.set(true);
          }
        };
    try (PipeDriver driver = PipeDriver.connect(QmpEndpoint.streams(in, stuck, reader::close))) {
      ByteBuffer endless = ByteBuffer.allocate(64 << 20);
      // Room may come while the pump takes its first part; in the end there is none.
      while (driver.pipe().write(endless)) {
        assertThat(endless.hasRemaining()).isTrue();
      }
      assertThat(endless.position()).isLessThan(4 << 20);
      assertThat(taken.get()).isZero();
    }
    await().untilAsserted(() -> assertThat(closed).isTrue());
  }
}
