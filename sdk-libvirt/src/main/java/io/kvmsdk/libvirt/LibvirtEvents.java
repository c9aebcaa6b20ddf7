package io.kvmsdk.libvirt;

import io.kvmsdk.call.Deadline;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.EventsLost;
import io.kvmsdk.event.Resync;
import io.kvmsdk.spi.EventSink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Takes what libvirt tells on its event loop to the calls that wait for it, at once, and to the
 * subscribers, by a thread of its own: a machine that died is told with the end of its log, and the
 * loop of all connections does not read files.
 */
final class LibvirtEvents implements AutoCloseable {

  private static final int CAPACITY = 4096;

  private final EventSink sink;
  private final QemuLog log;
  private final DomainKinds kinds;
  private final List<DomainWatch> watches = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Supplier<Event>> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicLong lost = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts.
   *
   * @param name the connection's name
   * @param sink where events go
   * @param log tells why a machine died
   * @param kinds forgets what has changed
   */
  LibvirtEvents(String name, EventSink sink, QemuLog log, DomainKinds kinds) {
    this.sink = sink;
    this.log = log;
    this.kinds = kinds;
    this.thread = new Thread(this::pump, "kvmsdk-libvirt-told " + name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes what happened, on libvirt's event loop; never blocks. */
  void accept(DomainSignal signal) {
    kinds.changed(signal);
    watches.forEach(watch -> watch.offer(signal));
    enqueue(() -> {
      Optional<String> detail =
          EventMapping.isDeath(signal) ? log.end(signal.domain().name()) : Optional.empty();
      return EventMapping.event(signal, detail);
    });
  }

  /** The connection is there again. */
  void resync(String cause) {
    kinds.clear();
    watches.forEach(DomainWatch::wake);
    Instant now = Instant.now();
    enqueue(() -> new Resync(now, cause));
  }

  /** Hears of one domain from now on, until it is closed. */
  DomainWatch watch(UUID domain) {
    DomainWatch watch = new DomainWatch(domain, watches::remove);
    watches.add(watch);
    if (closed) {
      watch.wake();
    }
    return watch;
  }

  private void enqueue(Supplier<Event> event) {
    if (!queue.offer(event)) {
      lost.incrementAndGet();
    }
  }

  private void pump() {
    try {
      while (true) {
        sink.publish(queue.take().get());
        long gap = lost.getAndSet(0);
        if (gap > 0) {
          sink.publish(new EventsLost(Instant.now(), gap));
        }
      }
    } catch (InterruptedException e) {
      return; // by close(), and by nobody else
    }
  }

  /** Has all who wait look at the connection, which is closed. Tells no more. */
  @Override
  public void close() {
    closed = true;
    watches.forEach(DomainWatch::wake);
    thread.interrupt();
  }

  /** Waits until the thread has ended; false if that did not happen in time. */
  boolean awaitEnd(Deadline deadline) {
    try {
      thread.join(Math.max(1, deadline.remainingMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
