package io.kvmsdk.qmp;

import io.kvmsdk.call.Deadline;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;

/** TLS over a socket. At most two records of each direction are held. */
final class TlsPipe implements Pipe {

  /** What a TLS record may have at most, its header included (RFC 8446, 5.2; RFC 5246, 6.2.3). */
  private static final int LONGEST_RECORD = 5 + (1 << 14) + 2048;

  private static final int HEADER = 5;
  private static final String END = "right after the TLS handshake";

  interface Source<T> {
    T get() throws IOException;
  }

  private final SocketChannel channel;
  private final TlsRecords records;
  // Both directions share keys and state. Held for computing and for calls that do not block.
  private final ReentrantLock lock = new ReentrantLock();
  private final ByteBuffer in = ByteBuffer.allocate(LONGEST_RECORD);
  private final ByteBuffer out = ByteBuffer.allocate(LONGEST_RECORD).flip();
  private int most = 1; // bytes a record, see wholeRecords
  private boolean heard;
  private boolean closed;

  private TlsPipe(SocketChannel channel, TlsRecords records) {
    this.channel = channel;
    this.records = records;
  }

  /** Connects and shakes hands, and blocks meanwhile. Credentials are read before the socket. */
  static TlsPipe connect(
      Source<TlsRecords> credentials, Source<SocketChannel> dialling, Deadline deadline)
      throws IOException {
    TlsRecords records = credentials.get();
    SocketChannel channel = dialling.get();
    try {
      channel.configureBlocking(false);
      TlsPipe pipe = new TlsPipe(channel, records);
      pipe.shakeHands(deadline);
      return pipe;
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  private void shakeHands(Deadline deadline) throws IOException {
    try (Selector selector = Selector.open()) {
      SelectionKey key = channel.register(selector, 0);
      records.begin();
      in.limit(HEADER);
      while (true) {
        boolean sent = push();
        if (sent && !records.handshaking()) {
          break;
        }
        if (!sent || !receive()) {
          key.interestOps(sent ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
          await(selector, deadline);
        }
      }
    } catch (EndpointException | SocketTimeoutException | ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      IOException words = explain(e, "in the TLS handshake");
      sayWhy(words);
      throw words;
    }
    in.clear();
  }

  /**
   * Receives to the end of one record and no further: what came after the last one of the handshake
   * would be in here, where no selector sees it.
   *
   * @return whether it is worth another try at once
   */
  private boolean receive() throws IOException {
    int count = channel.read(in);
    if (count < 0) {
      throw new EndpointException(
          "the other side ended the connection in the TLS handshake; " + records.suspicion());
    }
    if (in.position() == HEADER && in.limit() == HEADER) {
      in.limit(HEADER + lengthOfRecord());
    }
    if (in.position() == in.limit()) {
      records.offer(in.flip());
      in.clear().limit(HEADER);
    }
    return count > 0;
  }

  private int lengthOfRecord() throws IOException {
    int type = in.get(0) & 0xFF;
    int length = in.getShort(3) & 0xFFFF;
    // 20 to 24 are all that ever was a record's type; a greeting of QMP begins with a brace.
    if (type < 20 || type > 24 || in.get(1) != 3 || length > LONGEST_RECORD - HEADER) {
      throw new EndpointException(
          "what answers there does not speak TLS; QEMU needs tls-creds=ID in the -chardev of its"
              + " monitor, and another one may be listening in clear");
    }
    return length;
  }

  private static void await(Selector selector, Deadline deadline) throws IOException {
    if (deadline.isPast()) {
      throw new SocketTimeoutException(
          "connected, but the TLS handshake did not end within "
              + deadline.budget()
              + "; either the other side does not speak TLS, or QEMU serves another client");
    }
    int unused = selector.select(Math.max(1, deadline.remainingMillis()));
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw new ClosedByInterruptException();
    }
  }

  /** The alert goes out if it can at once; nothing waits for it. */
  private void sayWhy(IOException failure) {
    try {
      records.end();
      boolean unused = push();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    lock.lock();
    try {
      checkOpen();
      while (to.hasRemaining()) {
        int count = records.read(to);
        if (count != 0) {
          heard |= count > 0;
          return count > 0 ? count : ended();
        }
        // Reading may have made something to send. It goes with the next write if not now.
        boolean unused = push();
        int received = channel.read(in);
        if (received <= 0) {
          return received < 0 ? ended() : 0;
        }
        records.offer(in.flip());
        in.clear();
      }
      return 0;
    } catch (ClosedChannelException | EndpointException e) {
      throw e;
    } catch (IOException e) {
      throw heard ? records.explain(e).map(IOException.class::cast).orElse(e) : explain(e, END);
    } finally {
      lock.unlock();
    }
  }

  /** QEMU looks at the client's certificate after the handshake, and just closes. */
  private int ended() throws IOException {
    if (heard) {
      return -1;
    }
    throw new EndpointException(
        "the other side ended the connection " + END + "; " + records.suspicion());
  }

  private IOException explain(IOException e, String when) {
    return records
        .explain(e)
        .orElseGet(() ->
            new EndpointException(
                "the connection broke %s (%s); %s"
                    .formatted(when, e.getMessage(), records.suspicion()),
                e));
  }

  @Override
  public boolean write(ByteBuffer from) throws IOException {
    lock.lock();
    try {
      checkOpen();
      while (push()) {
        if (!from.hasRemaining()) {
          return true;
        }
        if (!records.write(from, most)) {
          return false;
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean flush() throws IOException {
    lock.lock();
    try {
      checkOpen();
      return push();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends records of many bytes from here on. Not to be done to a QEMU before 8.0 (seen on 7.2, not
   * on 10.0): of a record it takes what the monitor asks for, one byte, and then waits for the
   * socket to have more. A record a byte takes 10.0 three times as long, 20 us.
   */
  void wholeRecords() {
    lock.lock();
    try {
      most = 1 << 14;
    } finally {
      lock.unlock();
    }
  }

  /** Sends what is to be sent, as far as the socket takes it; true when nothing is left. */
  private boolean push() throws IOException {
    while (true) {
      if (!out.hasRemaining()) {
        out.clear();
        records.drain(out);
        out.flip();
        if (!out.hasRemaining()) {
          return true;
        }
      }
      int unused = channel.write(out);
      if (out.hasRemaining()) {
        return false;
      }
    }
  }

  private void checkOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public SelectableChannel selectable() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      records.end();
      boolean unused = push();
    } catch (IOException e) {
      // The farewell is a courtesy; the other side sees the end as well.
    } finally {
      try {
        channel.close();
      } finally {
        lock.unlock();
      }
    }
  }
}
