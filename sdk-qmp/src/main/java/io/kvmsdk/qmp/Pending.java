package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Deadline;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command that waits for its reply. */
final class Pending {

  private final Wire.Outgoing outgoing;
  private final CompletableFuture<JsonNode> reply = new CompletableFuture<>();

  Pending(byte[] bytes) {
    outgoing = new Wire.Outgoing(bytes);
  }

  Wire.Outgoing outgoing() {
    return outgoing;
  }

  void answer(JsonNode message) {
    reply.complete(message);
  }

  void lost(Throwable cause) {
    reply.completeExceptionally(cause);
  }

  /**
   * The whole reply.
   *
   * @throws IOException if the connection is lost
   */
  JsonNode await(Deadline deadline) throws IOException, TimeoutException, InterruptedException {
    try {
      return reply.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IOException("the connection is gone", e);
    }
  }
}
