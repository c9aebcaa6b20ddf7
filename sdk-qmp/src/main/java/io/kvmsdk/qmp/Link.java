package io.kvmsdk.qmp;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client's connection, made again where the options say so. */
final class Link {

  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  /** Connects again, for all clients. A try blocks its thread for the connect timeout at most. */
  private static final ScheduledThreadPoolExecutor EXECUTOR = executor();

  private final QmpEndpoint endpoint;
  private final QmpOptions options;
  private final Subscriptions subscriptions;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Connection current;
  private @Nullable Connection previous; // lost, and perhaps still being cleaned up
  private QmpGreeting greeting; // of the last one
  private @Nullable Throwable loss; // why there is none
  private @Nullable Future<?> next; // try
  private boolean trying;
  private boolean told; // listeners that there is one
  private int failed; // tries since the loss
  private boolean closed;

  /** Connects. */
  Link(QmpEndpoint endpoint, QmpOptions options, Subscriptions subscriptions) {
    this.endpoint = endpoint;
    this.options = options;
    this.subscriptions = subscriptions;
    Connection first;
    try {
      first = connect(true);
    } catch (HypervisorException e) {
      subscriptions.end(lost(e));
      throw e;
    }
    lock.lock();
    try {
      current = first;
      greeting = first.greeting();
      if (first.loss() != null) {
        gone(first.loss());
      }
    } finally {
      lock.unlock();
    }
  }

  private static ScheduledThreadPoolExecutor executor() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            4,
            task -> {
              Thread thread = new Thread(task, "kvmsdk-qmp-reconnect");
              thread.setDaemon(true);
              return thread;
            });
    executor.setKeepAliveTime(500, TimeUnit.MILLISECONDS);
    executor.allowCoreThreadTimeOut(true);
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  private Connection connect(boolean first) {
    Call call =
        new Call("connect", "QMP socket " + endpoint, Deadline.after(options.connectTimeout()));
    return Connection.open(call, endpoint, options, subscriptions, new Watcher(first));
  }

  /** Of one connection, on the thread that reads it. */
  private final class Watcher implements QmpSession.Watcher {
    private final boolean first;
    private boolean ready;

    Watcher(boolean first) {
      this.first = first;
    }

    @Override
    public void ready(QmpGreeting greeting) {
      ready = true;
      lock.lock();
      try {
        told = !closed;
        if (told && !first) {
          subscriptions.resync(greeting);
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void lost(Throwable cause) {
      lock.lock();
      try {
        // One that is still being made is its maker's.
        if (ready) {
          tell(cause);
          if (current != null && current.loss() != null) {
            gone(cause);
          }
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private void tell(Throwable cause) {
    if (closed || options.reconnect().isEmpty()) {
      subscriptions.end(lost(cause));
    } else if (told) {
      told = false;
      subscriptions.disconnected(lost(cause));
    }
  }

  /** The connection that was there is none any more. */
  private void gone(Throwable cause) {
    if (options.reconnect().isEmpty() || closed) {
      return; // whoever asks finds it lost
    }
    previous = current;
    current = null;
    loss = cause;
    failed = 0;
    schedule();
  }

  private void schedule() {
    long nanos = options.reconnect().orElseThrow().pauseNanos(failed);
    next = EXECUTOR.schedule(this::tryAgain, nanos, TimeUnit.NANOSECONDS);
  }

  private void tryAgain() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      trying = true;
    } finally {
      lock.unlock();
    }
    Connection made = null;
    Throwable failure;
    try {
      made = connect(false);
      failure = made.loss();
    } catch (RuntimeException | Error e) {
      LOG.debug("no connection to {} yet", endpoint, e);
      failure = e;
    }
    if (!done(made, failure) && made != null) {
      made.close();
    }
    lock.lock();
    try {
      trying = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether {@code made} is the connection now. */
  private boolean done(@Nullable Connection made, @Nullable Throwable failure) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      Throwable cause = made == null ? failure : made.loss();
      if (made == null || cause != null) {
        loss = cause;
        failed++;
        schedule();
        return false;
      }
      current = made;
      greeting = made.greeting();
      loss = null;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The connection, waited for within the call's deadline while it is being made again.
   *
   * @throws HypervisorException if there is none; nothing was sent
   */
  Connection get(String command, Call call) {
    lock.lock();
    try {
      while (true) {
        Connection there = current;
        if (there != null) {
          return there;
        }
        if (closed) {
          throw Failures.lost(call, command, false, new IOException("this client is closed"));
        }
        long left = call.deadline().remainingNanos();
        if (left == 0) {
          throw Failures.notConnected(call, command, loss);
        }
        long unused = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      throw Failures.cancelled(call, command, false);
    } finally {
      lock.unlock();
    }
  }

  /** What QEMU said of itself when the last connection was made. */
  QmpGreeting greeting() {
    lock.lock();
    try {
      return greeting;
    } finally {
      lock.unlock();
    }
  }

  /** The connection, if there is one at this moment. */
  @Nullable Connection now() {
    lock.lock();
    try {
      return current != null && current.loss() == null ? current : null;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    Connection last;
    Connection lost;
    lock.lock();
    try {
      closed = true;
      last = current;
      lost = previous;
      if (next != null) {
        boolean unused = next.cancel(true);
      }
      changed.signalAll();
      while (trying) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
    if (last != null) {
      last.close();
    }
    if (lost != null) {
      lost.close();
    }
    subscriptions.end(lost(new IOException("this side closed the connection")));
  }

  private HypervisorException lost(Throwable cause) {
    return new ConnectionLostException(
        ErrorContext.of("events", "QMP socket " + endpoint),
        String.valueOf(cause.getMessage()),
        cause);
  }
}
