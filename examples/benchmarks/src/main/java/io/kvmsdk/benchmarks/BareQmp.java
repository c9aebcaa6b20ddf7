package io.kvmsdk.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The rival: a blocking socket, one buffer, Jackson's tree; no ids, no events, no deadlines, one
 * thread.
 */
final class BareQmp implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final SocketChannel channel;
  private ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

  BareQmp(Path socket) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    read();
    execute("qmp_capabilities");
  }

  JsonNode execute(String command) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(
            ("{\"execute\": \"" + command + "\"}\n").getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    return read().path("return");
  }

  /** One line, which is one message of QEMU's. */
  private JsonNode read() throws IOException {
    buffer.clear();
    do {
      if (!buffer.hasRemaining()) {
        int length = buffer.position();
        buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), 2 * length)).position(length);
      }
      if (channel.read(buffer) < 0) {
        throw new EOFException();
      }
    } while (buffer.get(buffer.position() - 1) != '\n');
    return MAPPER.readTree(buffer.array(), 0, buffer.position());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
