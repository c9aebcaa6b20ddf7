package io.kvmsdk.qmp;

import io.kvmsdk.call.Deadline;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Connecting within a deadline. To a unix socket it blocks while the backlog is full, which a QEMU
 * that serves another client leaves it, and cannot be had without blocking. So another thread does
 * it, and an interrupt sets that free.
 */
final class Dialing {

  private Dialing() {}

  /**
   * Connects.
   *
   * @throws SocketTimeoutException if the deadline passes
   */
  static Pipe dial(Connector connector, Deadline deadline)
      throws IOException, InterruptedException {
    CompletableFuture<Pipe> connected = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                connected.complete(connector.connect(deadline));
              } catch (IOException | RuntimeException | Error e) {
                connected.completeExceptionally(e);
              }
            },
            "kvmsdk-qmp-connect");
    thread.setDaemon(true);
    thread.start();
    boolean wanted = false;
    try {
      Pipe pipe = connected.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
      wanted = true;
      return pipe;
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no connection within " + deadline.budget());
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      throw cause instanceof SocketTimeoutException timeout
          ? timeout
          : new IOException(String.valueOf(cause.getMessage()), cause);
    } finally {
      if (!wanted) {
        thread.interrupt();
      }
      Threads.uninterruptibly(thread::join);
      if (!wanted && !connected.isCompletedExceptionally()) {
        connected.join().close(); // it came a moment too late
      }
    }
  }
}
