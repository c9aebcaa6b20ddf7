package io.kvmsdk.qmp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other end of a unix socket, doing what a test tells it to, one client after the other. */
final class ScriptedServer implements AutoCloseable {

  static final String GREETING =
      "{\"QMP\": {\"version\": {\"qemu\": {\"micro\": 22, \"minor\": 2, \"major\": 7}, \"package\":"
          + " \"Debian 1:7.2\"}, \"capabilities\": [\"oob\"]}}\r\n";

  /** What the server does with a client. */
  interface Script {
    void run(Peer peer) throws Exception;
  }

  /** One client. */
  static final class Peer {
    private final SocketChannel channel;
    private final BufferedReader reader;

    private Peer(SocketChannel channel) {
      this.channel = channel;
      this.reader =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.ISO_8859_1));
    }

    void send(String text) throws IOException {
      send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }

    void sendByteByByte(String text) throws IOException {
      for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
        send(new byte[] {b});
      }
    }

    /** The next line of the client's, or null at its end. */
    String receive() throws IOException {
      return reader.readLine();
    }

    /** Whether more of the client's is there already. */
    boolean hasMore() throws IOException {
      return reader.ready();
    }

    /** The id of the next command. */
    String receiveId() throws IOException {
      return Json.MAPPER.readTree(receive()).path("id").asText();
    }

    void answer(String id, String result) throws IOException {
      String json = id.matches("\\d+") ? id : "\"" + id + "\"";
      send("{\"return\": " + result + ", \"id\": " + json + "}\r\n");
    }

    void handshake() throws IOException {
      send(GREETING);
      answer(receiveId(), "{}");
    }

    /** Ends the connection; whoever receives finds its end. */
    void drop() throws IOException {
      channel.close();
    }

    /** Until the client goes away. */
    void waitForEnd() throws IOException {
      while (receive() != null) {
        // what the client says is of no interest here
      }
    }
  }

  private final Path path;
  private final ServerSocketChannel server;
  private final List<SocketChannel> clients = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final Thread thread;

  ScriptedServer(Path folder, Script script) throws IOException {
    path = folder.resolve("s" + System.nanoTime());
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
    thread = new Thread(() -> serve(script), "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Script script) {
    while (server.isOpen()) {
      try (SocketChannel client = server.accept()) {
        clients.add(client);
        script.run(new Peer(client));
      } catch (IOException e) {
        // the client, or the test, has gone
      } catch (Exception | AssertionError e) {
        failures.add(e);
      }
    }
  }

  Path path() {
    return path;
  }

  QmpEndpoint address() {
    return QmpEndpoint.unix(path);
  }

  @Override
  public void close() throws Exception {
    server.close();
    for (SocketChannel client : clients) {
      client.close();
    }
    thread.join();
    Files.deleteIfExists(path);
    if (!failures.isEmpty()) {
      throw new AssertionError("the script failed", failures.get(0));
    }
  }
}
