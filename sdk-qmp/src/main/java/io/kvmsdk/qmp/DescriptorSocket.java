package io.kvmsdk.qmp;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;

/** A unix socket whose number is known, so that descriptors can be sent over it. */
final class DescriptorSocket implements DescriptorPipe {

  private final SocketChannel channel;
  private final SocketPipe pipe;
  private final int number;
  // A number that was closed may be another file's a moment later. Held for calls that do not
  // block.
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;

  private DescriptorSocket(SocketChannel channel, int number) throws IOException {
    this.channel = channel;
    this.pipe = new SocketPipe(channel);
    this.number = number;
  }

  /**
   * Connects, and blocks meanwhile. The JDK tells no channel's number; but a socket that has a name
   * is listed with it, and by that it is found.
   */
  static DescriptorSocket connect(UnixDomainSocketAddress address) throws IOException {
    Descriptors.require();
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      int number;
      try (PrivateName name = new PrivateName()) {
        channel.bind(name.address());
        number = Descriptors.ofSocketAt(name.path());
      }
      boolean unused = channel.connect(address);
      return new DescriptorSocket(channel, number);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    return pipe.read(to);
  }

  @Override
  public boolean write(ByteBuffer from) throws IOException {
    return pipe.write(from);
  }

  @Override
  public boolean write(ByteBuffer from, int descriptor) throws IOException {
    if (!from.hasRemaining()) {
      throw new IllegalArgumentException("a descriptor needs a byte to go with");
    }
    lock.lock();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      if (Descriptors.send(number, from, descriptor) == 0) {
        return false;
      }
    } finally {
      lock.unlock();
    }
    return pipe.write(from);
  }

  @Override
  public boolean flush() {
    return pipe.flush();
  }

  @Override
  public boolean holdsBack() {
    return pipe.holdsBack();
  }

  @Override
  public SelectableChannel selectable() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closed = true;
      channel.close();
    } finally {
      lock.unlock();
    }
  }
}
