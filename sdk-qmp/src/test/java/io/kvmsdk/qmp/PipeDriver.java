package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks QMP over a pipe, waiting for each answer; with a buffer of a size that a test names. */
final class PipeDriver implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pipe pipe;
  private final Selector selector;
  private final SelectionKey key;
  private final ByteBuffer buffer;

  private PipeDriver(Pipe pipe, int bufferSize) throws IOException {
    this.pipe = pipe;
    this.selector = Selector.open();
    this.key = pipe.selectable().register(selector, 0);
    this.buffer = ByteBuffer.allocate(bufferSize).flip();
  }

  static PipeDriver connect(QmpEndpoint endpoint) throws IOException {
    return connect(endpoint, 4096);
  }

  static PipeDriver connect(QmpEndpoint endpoint, int bufferSize) throws IOException {
    return new PipeDriver(endpoint.connector().connect(Deadline.after(PATIENCE)), bufferSize);
  }

  Pipe pipe() {
    return pipe;
  }

  /** Greeting and capabilities. */
  PipeDriver greeted() throws IOException {
    JsonNode unused = greeting();
    assertThat(execute("{\"execute\": \"qmp_capabilities\"}").has("return")).isTrue();
    return this;
  }

  JsonNode greeting() throws IOException {
    JsonNode greeting = receive();
    assertThat(greeting.has("QMP")).as("greeting").isTrue();
    return greeting;
  }

  /** Sends a command and returns its answer; events are passed over. */
  JsonNode execute(String command) throws IOException {
    send(command.getBytes(StandardCharsets.UTF_8));
    return answer();
  }

  JsonNode answer() throws IOException {
    JsonNode answer = receive();
    while (answer.has("event")) {
      answer = receive();
    }
    return answer;
  }

  void send(byte[] bytes) throws IOException {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    boolean done = pipe.write(from);
    while (!done) {
      await(SelectionKey.OP_WRITE);
      done = from.hasRemaining() ? pipe.write(from) : pipe.flush();
    }
    assertThat(from.hasRemaining()).isFalse();
  }

  /** Sends a command and a descriptor with it. */
  JsonNode execute(String command, PassedFile file) throws IOException {
    ByteBuffer from = ByteBuffer.wrap(command.getBytes(StandardCharsets.UTF_8));
    try (PassedFile.Opened opened = file.open()) {
      assertThat(((DescriptorPipe) pipe).write(from, opened.number())).isTrue();
    }
    return answer();
  }

  private JsonNode receive() throws IOException {
    return Json.MAPPER.readTree(line());
  }

  /** What comes up to the end of a line. */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      while (!buffer.hasRemaining()) {
        buffer.clear();
        int count = pipe.read(buffer);
        buffer.flip();
        if (count < 0) {
          throw new EOFException("end");
        }
        if (count == 0) {
          await(SelectionKey.OP_READ);
        }
      }
      byte next = buffer.get();
      if (next == '\n') {
        return line.toString(StandardCharsets.UTF_8);
      }
      line.write(next);
    }
  }

  private void await(int interest) throws IOException {
    key.interestOps(interest);
    assertThat(selector.select(PATIENCE.toMillis())).as("something came in time").isPositive();
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    pipe.close();
    selector.close();
  }
}
