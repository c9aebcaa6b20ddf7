package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that reads all sockets that no caller reads just now, see {@link Wire}. It runs no
 * code of a user's and waits for nothing but sockets, so that none of them is ever left unread. It
 * lives while there is a socket.
 */
final class Reactor implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Reactor.class);
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static @Nullable Reactor shared;

  private final Selector selector;
  private final Thread thread;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private final List<Wire> yielded = new ArrayList<>(); // of the reading thread
  private int users;
  private volatile boolean stopping;

  private Reactor() throws IOException {
    selector = Selector.open();
    thread = new Thread(this, "kvmsdk-qmp-reader");
    thread.setDaemon(true);
  }

  /** The reactor, for one more socket; each is followed by one {@link #release}. */
  static Reactor acquire() throws IOException {
    LOCK.lock();
    try {
      Reactor reactor = shared;
      if (reactor == null) {
        reactor = new Reactor();
        reactor.thread.start();
        shared = reactor;
      }
      reactor.users++;
      return reactor;
    } finally {
      LOCK.unlock();
    }
  }

  /** A socket is gone. The last one ends the thread. */
  void release() {
    LOCK.lock();
    try {
      if (--users > 0) {
        return;
      }
      if (shared == this) {
        shared = null;
      }
      stopping = true;
    } finally {
      LOCK.unlock();
    }
    selector.wakeup();
  }

  /** Waits for the thread's end, if it has no socket any more. */
  void joinIfStopping() {
    if (stopping && Thread.currentThread() != thread) {
      Threads.uninterruptibly(thread::join);
    }
  }

  /** Takes on a wire, whose channel does not block; nothing is watched yet. */
  SelectionKey register(Wire wire) throws IOException {
    return wire.channel().register(selector, 0, wire);
  }

  /** Lets {@code key} be watched for {@code operation} as well. */
  void watch(SelectionKey key, int operation) {
    try {
      key.interestOpsOr(operation);
    } catch (CancelledKeyException e) {
      return; // the connection is just being ended
    }
    wakeup();
  }

  /** Lets {@code key} not be watched for {@code operation}, from the next selection on. */
  static void unwatch(SelectionKey key, int operation) {
    try {
      key.interestOpsAnd(~operation);
    } catch (CancelledKeyException e) {
      // the connection is just being ended
    }
  }

  /** Leaves reading {@code wire} to its callers, until it has {@linkplain Turns#cool cooled}. */
  void yield(Wire wire, SelectionKey key) {
    unwatch(key, SelectionKey.OP_READ);
    tasks.add(() -> yielded.add(wire));
    wakeup();
  }

  private void wakeup() {
    if (Thread.currentThread() != thread) {
      selector.wakeup();
    }
  }

  /** Runs {@code task}, which is short, on the reading thread and waits until it has run. */
  void runAndWait(Runnable task) {
    if (Thread.currentThread() == thread) {
      task.run();
      return;
    }
    CountDownLatch done = new CountDownLatch(1);
    tasks.add(() -> {
      task.run();
      done.countDown();
    });
    selector.wakeup();
    Threads.uninterruptibly(() -> {
      while (!done.await(100, TimeUnit.MILLISECONDS)) {
        if (!thread.isAlive()) {
          runTasks();
        }
      }
    });
  }

  /** A closed channel's descriptor is given back only by the next selection. */
  void forgetClosed() {
    try {
      selector.selectNow();
    } catch (IOException e) {
      throw new IllegalStateException("the selector cannot select", e);
    }
  }

  @Override
  public void run() {
    try {
      while (!stopping) {
        cycle();
      }
    } catch (IOException | RuntimeException | Error e) {
      // Only the selector itself can bring us here; no socket can be read any more.
      LOG.error("the thread that reads QMP sockets ends", e);
      forgetMe();
      for (SelectionKey key : List.copyOf(selector.keys())) {
        ((Wire) key.attachment()).fail(e);
      }
    } finally {
      try {
        selector.close();
      } catch (IOException e) {
        LOG.warn("the selector cannot be closed", e);
      }
    }
  }

  private void cycle() throws IOException {
    long nanos = cool();
    if (!tasks.isEmpty()) {
      selector.selectNow(); // a selection in between, see forgetClosed, took the wake-up away
    } else if (nanos == 0) {
      selector.select();
    } else {
      selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
    }
    runTasks();
    // A copy, for a wire that ends selects anew, see forgetClosed.
    List<SelectionKey> ready = List.copyOf(selector.selectedKeys());
    selector.selectedKeys().clear();
    for (SelectionKey key : ready) {
      ((Wire) key.attachment()).ready(buffer);
    }
  }

  /**
   * Takes back the wires whose callers are done.
   *
   * @return in how many nanoseconds to look again, 0 for never
   */
  private long cool() {
    long soonest = 0;
    long now = yielded.isEmpty() ? 0 : System.nanoTime();
    for (Iterator<Wire> wires = yielded.iterator(); wires.hasNext(); ) {
      long left = wires.next().turns().cool(now);
      if (left == 0) {
        wires.remove();
      } else {
        soonest = soonest == 0 ? left : Math.min(soonest, left);
      }
    }
    return soonest;
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private void forgetMe() {
    LOCK.lock();
    try {
      if (shared == this) {
        shared = null;
      }
    } finally {
      LOCK.unlock();
    }
  }
}
