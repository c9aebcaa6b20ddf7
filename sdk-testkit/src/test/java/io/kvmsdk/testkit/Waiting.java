package io.kvmsdk.testkit;

import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/** Calls that wait for what a test does next. */
final class Waiting {

  private Waiting() {}

  /** Makes a call on a thread of its own, and returns when it waits, or is over. */
  static CompletableFuture<Void> on(Runnable call) {
    CompletableFuture<Void> made = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                call.run();
                made.complete(null);
              } catch (RuntimeException | Error e) {
                made.completeExceptionally(e);
              }
            },
            "waiting");
    thread.setDaemon(true);
    thread.start();
    Awaitility.await()
        .until(() -> made.isDone() || thread.getState() == Thread.State.TIMED_WAITING);
    return made;
  }
}
