package io.kvmsdk.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;

/** Lines said to a unix socket, and all that was heard there since. */
final class Talk implements AutoCloseable {

  private final SocketChannel channel;
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  Talk(Path socket) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    Thread reader = new Thread(this::read, "reads " + socket);
    reader.setDaemon(true);
    reader.start();
  }

  void say(String lines) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Waits for a line that holds the text, and returns it. */
  String hear(String text) {
    return Awaitility.await("a line with " + text)
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> heard.stream().filter(line -> line.contains(text)).findFirst().orElse(""),
            line -> !line.isEmpty());
  }

  String heard() {
    return String.join("\n", heard);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        heard.add(line);
      }
    } catch (IOException e) {
      heard.add("the talk ended: " + e);
    }
  }
}
