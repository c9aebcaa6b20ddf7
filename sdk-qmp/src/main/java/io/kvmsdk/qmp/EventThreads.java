package io.kvmsdk.qmp;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for listeners, as many as are being told something at this moment; an idle one ends after
 * half a second.
 */
final class EventThreads {

  static final Executor EXECUTOR =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          500,
          TimeUnit.MILLISECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "kvmsdk-qmp-events");
            thread.setDaemon(true);
            return thread;
          });

  private EventThreads() {}
}
