package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.ErrorContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes in from QEMU, sorted: the greeting, replies by their id, events to subscribers. */
final class QmpSession implements Wire.Sink {

  private static final Logger LOG = LoggerFactory.getLogger(QmpSession.class);

  private final int eventQueue;
  private final CompletableFuture<QmpGreeting> greeting = new CompletableFuture<>();
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();
  private final List<EventQueue> subscriptions = new CopyOnWriteArrayList<>();
  private volatile @Nullable Throwable loss;

  QmpSession(int eventQueue) {
    this.eventQueue = eventQueue;
  }

  CompletableFuture<QmpGreeting> greeting() {
    return greeting;
  }

  void expect(String id, Pending command) {
    pending.put(id, command);
  }

  void forget(String id) {
    pending.remove(id);
  }

  /** How many commands wait for a reply. */
  int waiting() {
    return pending.size();
  }

  @Nullable Throwable loss() {
    return loss;
  }

  Throwable lossOr(Throwable other) {
    Throwable known = loss;
    return known != null ? known : other;
  }

  QmpSubscription subscribe(QmpListener listener) {
    EventQueue queue = new EventQueue(listener, eventQueue, subscriptions::remove);
    subscriptions.add(queue);
    Throwable cause = loss;
    if (cause != null && subscriptions.remove(queue)) {
      queue.end(closed(cause));
    }
    return queue;
  }

  @Override
  public void object(byte[] bytes, int offset, int length) throws IOException {
    JsonNode message;
    try {
      message = Json.MAPPER.readTree(bytes, offset, length);
    } catch (IOException e) {
      throw new ProtocolException("a message is not JSON", e);
    }
    if (message.has("event")) {
      QmpEvent event = QmpEvent.decode(message);
      subscriptions.forEach(subscription -> subscription.offer(event));
    } else if (message.has("QMP")) {
      greeting.complete(QmpGreeting.decode(message));
    } else if (!greeting.isDone()) {
      throw new ProtocolException("its first message is no greeting");
    } else {
      reply(message);
    }
  }

  private void reply(JsonNode message) {
    Pending command = pending.remove(message.path("id").asText());
    if (command != null) {
      command.answer(message);
    } else if (message.has("id")) {
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
    pending.values().forEach(command -> command.lost(cause));
    for (EventQueue subscription : List.copyOf(subscriptions)) {
      // Whoever removes it tells it the end; a subscriber that has just come may do so as well.
      if (subscriptions.remove(subscription)) {
        subscription.end(closed(cause));
      }
    }
  }

  private static ConnectionLostException closed(Throwable cause) {
    return new ConnectionLostException(
        ErrorContext.of("events", "QMP connection"), String.valueOf(cause.getMessage()), cause);
  }
}
