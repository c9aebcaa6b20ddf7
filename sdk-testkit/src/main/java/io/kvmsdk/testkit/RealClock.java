package io.kvmsdk.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Real time, on one daemon thread for all fakes: what is run there never waits. */
final class RealClock implements FakeClock {

  private static final Logger LOG = LoggerFactory.getLogger(RealClock.class);

  static final RealClock INSTANCE = new RealClock();

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "kvmsdk-fake-clock");
            thread.setDaemon(true);
            return thread;
          });

  private RealClock() {}

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void schedule(Duration delay, Runnable action) {
    // Nobody asks what became of it.
    Future<?> unused = timer.schedule(() -> run(action), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      LOG.error("what was due on the fake's clock failed", e);
    }
  }
}
