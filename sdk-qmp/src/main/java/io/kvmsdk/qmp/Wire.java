package io.kvmsdk.qmp;

import io.kvmsdk.call.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One socket: JSON objects in, bytes out. Reading is the reactor's; writing is whoever sends, as
 * far as the socket takes it, and the reactor's for the rest. Nothing here waits but {@link
 * #connect}.
 */
final class Wire {

  /** Takes what comes in, on the reading thread. What it throws ends the connection. */
  interface Sink extends JsonFramer.Sink {
    /** The connection is gone, for {@code cause}; called once, and nothing is called after it. */
    void lost(Throwable cause);
  }

  /** Bytes on their way out. */
  static final class Outgoing {
    private final ByteBuffer bytes;
    private volatile boolean begun;

    Outgoing(byte[] bytes) {
      this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Whether the other side may have seen any of it. */
    boolean begun() {
      return begun;
    }
  }

  private final SocketChannel channel;
  private final Reactor reactor;
  private final JsonFramer framer;
  private final Sink sink;
  private final ReentrantLock lock = new ReentrantLock(); // held for non-blocking writes only
  private final ArrayDeque<Outgoing> unsent = new ArrayDeque<>();
  private final AtomicBoolean gone = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable SelectionKey key;

  private Wire(SocketChannel channel, Reactor reactor, int maxMessage, Sink sink) {
    this.channel = channel;
    this.reactor = reactor;
    this.framer = new JsonFramer(maxMessage);
    this.sink = sink;
  }

  /**
   * Connects and starts reading.
   *
   * @throws SocketTimeoutException if the deadline passes
   */
  static Wire connect(SocketAddress address, Deadline deadline, int maxMessage, Sink sink)
      throws IOException, InterruptedException {
    SocketChannel channel =
        address instanceof InetSocketAddress
            ? SocketChannel.open()
            : SocketChannel.open(StandardProtocolFamily.UNIX);
    Reactor reactor = null;
    try {
      connect(channel, address, deadline);
      channel.configureBlocking(false);
      reactor = Reactor.acquire();
      Wire wire = new Wire(channel, reactor, maxMessage, sink);
      wire.key = reactor.register(wire);
      return wire;
    } catch (IOException | InterruptedException | RuntimeException e) {
      channel.close();
      if (reactor != null) {
        reactor.release();
      }
      throw e;
    }
  }

  /**
   * Connecting to a unix socket blocks while its backlog is full, which a QEMU that serves another
   * client leaves it, and cannot be had without blocking. So another thread does it, and is set
   * free by closing the channel.
   */
  private static void connect(SocketChannel channel, SocketAddress address, Deadline deadline)
      throws IOException, InterruptedException {
    FutureTask<Boolean> connecting = new FutureTask<>(() -> channel.connect(address));
    Thread thread = new Thread(connecting, "kvmsdk-qmp-connect");
    thread.setDaemon(true);
    thread.start();
    try {
      boolean unused = connecting.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no connection within " + deadline.budget());
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getMessage()), e.getCause());
    } finally {
      if (!connecting.isDone()) {
        channel.close();
      }
      Reactor.uninterruptibly(thread::join);
    }
  }

  SocketChannel channel() {
    return channel;
  }

  /**
   * Sends. What the socket does not take now is sent when it does.
   *
   * @throws IOException if the connection is gone; nothing was sent
   */
  void send(Outgoing message) throws IOException {
    boolean blocked;
    lock.lock();
    try {
      if (gone.get()) {
        throw new IOException("the connection is closed");
      }
      unsent.add(message);
      blocked = !flush();
    } finally {
      lock.unlock();
    }
    SelectionKey current = key;
    if (blocked && current != null && current.isValid()) {
      reactor.wantWrite(current);
    }
  }

  /** Takes back what was not sent yet; false where the other side may have seen some of it. */
  boolean withdraw(Outgoing message) {
    lock.lock();
    try {
      return !message.begun && unsent.remove(message);
    } finally {
      lock.unlock();
    }
  }

  /** Writes what the socket takes; true when nothing is left. */
  private boolean flush() {
    try {
      for (Outgoing next = unsent.peek(); next != null; next = unsent.peek()) {
        if (channel.write(next.bytes) > 0) {
          next.begun = true;
        }
        if (next.bytes.hasRemaining()) {
          return false;
        }
        unsent.remove();
      }
      return true;
    } catch (IOException e) {
      // The reader meets the same end, after what the other side still had to say.
      return true;
    }
  }

  /** On the reading thread: the socket has something, or room for something. */
  void ready(SelectionKey ready, byte[] buffer) {
    try {
      if (ready.isWritable()) {
        lock.lock();
        try {
          if (flush()) {
            ready.interestOps(SelectionKey.OP_READ);
          }
        } finally {
          lock.unlock();
        }
      }
      if (ready.isReadable()) {
        int count = channel.read(ByteBuffer.wrap(buffer));
        if (count < 0) {
          throw new EOFException("the other side closed the connection");
        }
        framer.feed(buffer, 0, count, sink);
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  /** Ends the connection. On return nothing of it is left open. */
  void close() {
    fail(new IOException("this side closed the connection"));
    // It may have been lost a moment ago, and be just being cleaned up.
    Reactor.uninterruptibly(ended::await);
    reactor.joinIfStopping();
  }

  /** Ends the connection, once. */
  void fail(Throwable cause) {
    lock.lock();
    try {
      if (!gone.compareAndSet(false, true)) {
        return;
      }
      unsent.clear();
    } finally {
      lock.unlock();
    }
    reactor.runAndWait(() -> {
      try {
        channel.close();
        reactor.forgetClosed();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
      sink.lost(cause);
    });
    reactor.release();
    ended.countDown();
  }
}
