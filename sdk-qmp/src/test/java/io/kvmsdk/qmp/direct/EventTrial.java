package io.kvmsdk.qmp.direct;

import static io.kvmsdk.qmp.direct.LiveQemu.LONG;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.qmp.QmpEvent;
import io.kvmsdk.qmp.UnknownEvent;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Provokes events, and waits for each as its type. */
abstract class EventTrial {

  static final String QEMUS = "io.kvmsdk.qmp.direct.RealQemu#all";

  @TempDir Path temp;
  private final BlockingQueue<QmpEvent> events = new LinkedBlockingQueue<>(10_000);
  private final Set<String> seen = new ConcurrentSkipListSet<>();
  private final Set<String> unknown = new ConcurrentSkipListSet<>();

  final void told(QmpEvent event) {
    assertThat(events.offer(event)).isTrue();
    (event instanceof UnknownEvent ? unknown : seen).add(event.name());
  }

  /** The next event of that type; those before it are passed over. */
  final <E extends QmpEvent> E next(Class<E> type) throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    while (true) {
      QmpEvent event = events.poll(Math.max(0, end - System.nanoTime()), NANOSECONDS);
      assertThat(event).as(type.getSimpleName()).isNotNull();
      if (type.isInstance(event)) {
        return type.cast(event);
      }
    }
  }

  /** Whether an event of that name has come. */
  final boolean seen(String name) {
    return seen.contains(name);
  }

  @AfterEach
  void allWereTyped() {
    System.out.println(seen.size() + " events: " + seen);
    assertThat(unknown).isEmpty();
  }
}
