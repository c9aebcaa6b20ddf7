package io.kvmsdk.benchmarks;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The other side of a QMP socket that answers every command at once, all that it has read with one
 * write. A program of its own, so that its processor time is not the client's.
 */
final class QmpStub implements AutoCloseable {

  private static final byte[] GREETING =
      ("{\"QMP\": {\"version\": {\"qemu\": {\"micro\": 22, \"minor\": 2, \"major\": 7}, \"package\":"
              + " \"stub\"}, \"capabilities\": [\"oob\"]}}\r\n")
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STATUS =
      "{\"return\": {\"status\": \"running\", \"singlestep\": false, \"running\": true}"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ID = "\"id\":".getBytes(StandardCharsets.US_ASCII);

  private final Process process;

  private QmpStub(Process process) {
    this.process = process;
  }

  /** Starts one that listens at {@code socket}. */
  static QmpStub start(Path socket) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                List.of(
                    java.toString(),
                    "-XX:+UseSerialGC",
                    "-Xss256k",
                    "-cp",
                    System.getProperty("java.class.path"),
                    QmpStub.class.getName(),
                    socket.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() != '.') {
      throw new IOException("the stub does not start");
    }
    return new QmpStub(process);
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** Serves any number of clients at the socket that is named, until it is ended. */
  public static void main(String[] args) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(args[0]), 1024);
      System.out.print('.');
      System.out.flush();
      while (true) {
        SocketChannel client = server.accept();
        Thread thread = new Thread(() -> serve(client));
        thread.setDaemon(true);
        thread.start();
      }
    }
  }

  private static void serve(SocketChannel channel) {
    try (channel) {
      ByteBuffer in = ByteBuffer.allocate(64 * 1024);
      ByteBuffer out = ByteBuffer.allocate(256 * 1024);
      channel.write(ByteBuffer.wrap(GREETING));
      while (channel.read(in) >= 0) {
        int start = 0;
        for (int i = 0; i < in.position(); i++) {
          if (in.get(i) == '\n') {
            answer(in.array(), start, i, out);
            start = i + 1;
          }
        }
        in.flip().position(start);
        in.compact();
        out.flip();
        while (out.hasRemaining()) {
          channel.write(out);
        }
        out.clear();
      }
    } catch (IOException e) {
      // the client has gone
    }
  }

  private static void answer(byte[] line, int start, int end, ByteBuffer out) {
    out.put(STATUS);
    for (int i = end - 1; i >= start + ID.length; i--) {
      if (isId(line, i)) {
        // A number, up to the brace that ends the command.
        int from = i + ID.length;
        out.put(", \"id\": ".getBytes(StandardCharsets.US_ASCII)).put(line, from, end - 1 - from);
        break;
      }
    }
    out.put((byte) '}').put((byte) '\r').put((byte) '\n');
  }

  private static boolean isId(byte[] line, int at) {
    for (int i = 0; i < ID.length; i++) {
      if (at + i >= line.length || line[at + i] != ID[i]) {
        return false;
      }
    }
    return true;
  }
}
