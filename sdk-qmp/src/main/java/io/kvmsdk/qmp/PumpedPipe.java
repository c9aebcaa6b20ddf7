package io.kvmsdk.qmp;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What blocks, made selectable: two threads carry between it and one end of a pair of sockets,
 * whose buffers are all that is held of what a slow side does not take.
 */
final class PumpedPipe implements Pipe {

  private static final Logger LOG = LoggerFactory.getLogger(PumpedPipe.class);
  private static final int AT_ONCE = 16 * 1024;
  private static final String NOT_BLOCKING =
      "the channel does not block; of those only a SocketChannel can be used";

  /** Of a buffer that has an array. */
  private interface Reading {
    int read(ByteBuffer to) throws IOException;
  }

  private interface Writing {
    /** Takes at least a part. */
    void write(ByteBuffer from) throws IOException;
  }

  private final SocketPipe near;
  private final SocketChannel behind;
  private final Closeable far;
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
  private final List<Thread> pumps = new ArrayList<>(); // complete before anybody sees it
  private final AtomicBoolean closed = new AtomicBoolean();

  private PumpedPipe(SocketPipe near, SocketChannel behind, Closeable far) {
    this.near = near;
    this.behind = behind;
    this.far = far;
  }

  static PumpedPipe over(ByteChannel channel) throws IOException {
    return start(
        channel::read,
        from -> {
          if (channel.write(from) == 0) {
            throw new IOException(NOT_BLOCKING);
          }
        },
        channel);
  }

  static PumpedPipe over(InputStream in, OutputStream out, Closeable closer) throws IOException {
    return start(
        to -> {
          int count = in.read(to.array(), to.position(), to.remaining());
          to.position(to.position() + Math.max(0, count));
          return count;
        },
        from -> {
          out.write(from.array(), from.position(), from.remaining());
          out.flush();
          from.position(from.limit());
        },
        () -> {
          try (in;
              out;
              closer) {
            LOG.trace("closing streams, the last named first");
          }
        });
  }

  private static PumpedPipe start(Reading in, Writing out, Closeable far) throws IOException {
    SocketChannel near = null;
    try (PrivateName name = new PrivateName();
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(name.address(), 1);
      near = SocketChannel.open(name.address());
      PumpedPipe pipe = new PumpedPipe(new SocketPipe(near), server.accept(), far);
      pipe.pumps.add(start("in", () -> pipe.pumpIn(in)));
      pipe.pumps.add(start("out", () -> pipe.pumpOut(out)));
      return pipe;
    } catch (IOException | RuntimeException | Error e) {
      if (near != null) {
        near.close();
      }
      throw e;
    }
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, "kvmsdk-qmp-" + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void pumpIn(Reading in) {
    ByteBuffer buffer = ByteBuffer.allocate(AT_ONCE);
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (count == 0) {
          throw new IOException(NOT_BLOCKING);
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
          int unused = behind.write(buffer);
        }
        buffer.clear();
      }
      behind.shutdownOutput();
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
  }

  private void pumpOut(Writing out) {
    ByteBuffer buffer = ByteBuffer.allocate(AT_ONCE);
    try {
      while (behind.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
  }

  /** The near side sees the end after what was carried before, and then why. */
  private void fail(Exception e) {
    failure.compareAndSet(null, e instanceof IOException io ? io : new IOException(e));
    try {
      behind.close();
    } catch (IOException again) {
      e.addSuppressed(again);
    }
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    try {
      int count = near.read(to);
      return count < 0 ? end(null) : count;
    } catch (IOException e) {
      return end(e);
    }
  }

  /** What broke the far side, rather than what that looks like here. */
  private int end(@Nullable IOException here) throws IOException {
    IOException why = failure.get();
    if (why != null) {
      throw new IOException("the channel broke: " + why.getMessage(), why);
    }
    if (here != null) {
      throw here;
    }
    return -1;
  }

  @Override
  public boolean write(ByteBuffer from) throws IOException {
    return near.write(from);
  }

  @Override
  public boolean flush() {
    return near.flush();
  }

  @Override
  public boolean holdsBack() {
    return near.holdsBack();
  }

  @Override
  public SelectableChannel selectable() {
    return near.selectable();
  }

  /** What a user handed in is closed on a thread of its own, for that may wait. */
  @Override
  public void close() throws IOException {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    Thread unused = start("close", this::closeFar);
    try (behind) {
      near.close();
    }
  }

  private void closeFar() {
    try {
      far.close();
    } catch (IOException | RuntimeException e) {
      LOG.debug("closing a channel that was handed in failed", e);
    }
    pumps.forEach(Thread::interrupt); // some streams wait on, though they are closed
  }
}
