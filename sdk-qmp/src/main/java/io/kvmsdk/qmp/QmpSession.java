package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes in from QEMU, sorted: the greeting, replies by their id, events to subscribers. */
final class QmpSession implements Wire.Sink {

  private static final Logger LOG = LoggerFactory.getLogger(QmpSession.class);

  /** Is told how it goes with the connection, on the reading thread. */
  interface Watcher {
    /** The capabilities are negotiated; from here on events come. */
    void ready(QmpGreeting greeting);

    /** No more of this connection. */
    void lost(Throwable cause);
  }

  private final Subscriptions subscriptions;
  private final Watcher watcher;
  private final CompletableFuture<QmpGreeting> greeting = new CompletableFuture<>();
  private final InFlight inFlight = new InFlight();
  private boolean negotiated; // of the reading thread
  private volatile @Nullable Throwable loss;

  QmpSession(Subscriptions subscriptions, Watcher watcher) {
    this.subscriptions = subscriptions;
    this.watcher = watcher;
  }

  CompletableFuture<QmpGreeting> greeting() {
    return greeting;
  }

  InFlight inFlight() {
    return inFlight;
  }

  @Nullable Throwable loss() {
    return loss;
  }

  Throwable lossOr(Throwable other) {
    Throwable known = loss;
    return known != null ? known : other;
  }

  @Override
  public void object(byte[] bytes, int offset, int length) throws IOException {
    JsonNode message;
    try {
      message = Json.MAPPER.readTree(bytes, offset, length);
    } catch (IOException e) {
      throw new ProtocolException("a message is not JSON", e);
    }
    try {
      sort(message);
    } catch (RuntimeException e) {
      throw new ProtocolException("a message is not as QMP has it", e);
    }
  }

  private void sort(JsonNode message) throws IOException {
    if (message.has("event")) {
      subscriptions.event(QmpEvent.decode(message));
    } else if (message.has("QMP")) {
      greeting.complete(QmpGreeting.decode(message));
    } else if (!greeting.isDone()) {
      throw new ProtocolException("its first message is no greeting");
    } else {
      reply(message);
    }
  }

  private void reply(JsonNode message) {
    JsonNode id = message.path("id");
    Pending command = id.isInt() ? inFlight.answered(id.intValue()) : null;
    if (command != null) {
      if (!negotiated && !message.has("error")) {
        negotiated = true; // the first command is the one that negotiates
        watcher.ready(greeting.join());
      }
      command.answer(message);
    } else if (!id.isMissingNode()) {
      LOG.debug("a reply came too late, or was never asked for; dropped");
    } else {
      LOG.warn(
          "a message without an id was dropped: {}", message.path("error").path("desc").asText());
    }
  }

  @Override
  public void delimiter() throws IOException {
    garbage((byte) 0xFF);
  }

  @Override
  public void garbage(byte value) throws IOException {
    throw new ProtocolException(
        "a message begins with 0x%02x and not with a brace".formatted(value & 0xFF));
  }

  @Override
  public void lost(Throwable cause) {
    loss = cause;
    greeting.completeExceptionally(cause);
    watcher.lost(cause);
    inFlight.lost(cause);
  }
}
