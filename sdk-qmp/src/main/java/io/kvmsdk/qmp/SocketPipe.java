package io.kvmsdk.qmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;

/** A socket and nothing else. */
final class SocketPipe implements Pipe {

  /** The JDK keeps for each thread a copy, outside the heap, of the largest thing that it wrote. */
  private static final int AT_ONCE = 64 * 1024;

  private final SocketChannel channel;

  /** Takes over a channel that is connected. */
  SocketPipe(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
  }

  /** Connects; an interrupt ends that, and closes the socket. */
  static Connector to(SocketAddress address) {
    return deadline -> new SocketPipe(open(address));
  }

  /** A connected channel, which blocks. */
  static SocketChannel open(SocketAddress address) throws IOException {
    boolean network = address instanceof InetSocketAddress;
    SocketChannel channel =
        network ? SocketChannel.open() : SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      if (network) {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      }
      boolean unused = channel.connect(address);
      return channel;
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    return channel.read(to);
  }

  @Override
  public boolean write(ByteBuffer from) throws IOException {
    int end = from.limit();
    try {
      while (from.position() < end) {
        from.limit(Math.min(end, from.position() + AT_ONCE));
        if (channel.write(from) == 0) {
          return false;
        }
      }
      return true;
    } finally {
      from.limit(end);
    }
  }

  @Override
  public boolean flush() {
    return true;
  }

  @Override
  public boolean holdsBack() {
    return false;
  }

  @Override
  public SelectableChannel selectable() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
