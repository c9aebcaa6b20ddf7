package io.kvmsdk.qmp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;

/** A TCP socket, in clear. Immutable and thread-safe. */
public final class TcpEndpoint extends QmpEndpoint {

  private final String host;
  private final int port;

  TcpEndpoint(String host, int port) {
    checkAddress(host, port);
    this.host = host;
    this.port = port;
  }

  /** The name or address as it was given. */
  public String host() {
    return host;
  }

  /** The port. */
  public int port() {
    return port;
  }

  @Override
  Connector connector() {
    return deadline -> new SocketPipe(dial(host, port));
  }

  @Override
  SocketAddress address() {
    return InetSocketAddress.createUnresolved(host, port);
  }

  /**
   * A connected channel, which blocks. Of several addresses of a host one may be nobody's: QEMU
   * listens on the first of {@code localhost}'s only.
   */
  static SocketChannel dial(String host, int port) throws IOException {
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new EndpointException("the name " + host + " is not known", e);
    }
    IOException failure = null;
    for (InetAddress address : addresses) {
      try {
        SocketChannel channel = SocketPipe.open(new InetSocketAddress(address, port));
        // A host that vanishes says nothing; without this nobody would ever know.
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        return channel;
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (IOException e) {
        if (failure != null) {
          e.addSuppressed(failure);
        }
        failure = e;
      }
    }
    throw failure == null ? new UnknownHostException(host) : failure;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TcpEndpoint that && host.equals(that.host) && port == that.port;
  }

  @Override
  public int hashCode() {
    return host.hashCode() * 31 + port;
  }

  @Override
  public String toString() {
    return "tcp://" + show(host, port);
  }
}
