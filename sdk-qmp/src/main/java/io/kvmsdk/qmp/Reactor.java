package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
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
 * The one thread that reads all sockets. It runs no code of a user's and waits for nothing but
 * sockets, so that none of them is ever left unread. It lives while there is a socket.
 */
final class Reactor implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Reactor.class);
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static @Nullable Reactor shared;

  private final Selector selector;
  private final Thread thread;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final byte[] buffer = new byte[64 * 1024];
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
      uninterruptibly(thread::join);
    }
  }

  /** Starts reading; {@code wire}'s channel does not block. */
  SelectionKey register(Wire wire) throws IOException {
    SelectionKey key = wire.channel().register(selector, SelectionKey.OP_READ, wire);
    selector.wakeup();
    return key;
  }

  /** Lets {@code key} be watched for room to write as well. */
  void wantWrite(SelectionKey key) {
    key.interestOpsOr(SelectionKey.OP_WRITE);
    selector.wakeup();
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
    uninterruptibly(() -> {
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
    selector.select();
    runTasks();
    // A copy, for a wire that ends selects anew, see forgetClosed.
    List<SelectionKey> ready = List.copyOf(selector.selectedKeys());
    selector.selectedKeys().clear();
    for (SelectionKey key : ready) {
      ((Wire) key.attachment()).ready(key, buffer);
    }
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

  interface Waiting {
    void await() throws InterruptedException;
  }

  /** What is closed must be closed, also by a thread that is being interrupted. */
  static void uninterruptibly(Waiting waiting) {
    boolean interrupted = false;
    while (true) {
      try {
        waiting.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
