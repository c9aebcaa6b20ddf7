package io.kvmsdk.qmp;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a monitor or a guest agent is reached. An immutable value that opens nothing until somebody
 * connects to it; {@link #toString} shows no secret.
 *
 * <pre>{@code
 * QmpEndpoint.unix(Path.of("/run/web-1/qmp.sock"))
 * QmpEndpoint.tls("vmhost-3", 4444, TlsCredentials.x509(Path.of("/etc/pki/qemu")))
 * QmpEndpoint.streams(ssh.getInputStream(), ssh.getOutputStream(), ssh::destroy)
 * }</pre>
 */
public abstract sealed class QmpEndpoint
    permits UnixEndpoint, TcpEndpoint, TlsEndpoint, ChannelEndpoint {

  QmpEndpoint() {}

  /**
   * A unix socket.
   *
   * @param path at most 107 bytes long, which is Linux's limit
   */
  public static UnixEndpoint unix(Path path) {
    return new UnixEndpoint(path, false);
  }

  /**
   * A TCP socket, in clear: whoever can reach it, or listen on the way, owns the virtual machine.
   *
   * @param host a name, which is looked up at each connect, or an IP address without brackets
   * @param port 1 to 65535
   */
  public static TcpEndpoint tcp(String host, int port) {
    return new TcpEndpoint(host, port);
  }

  /**
   * A TCP socket with TLS 1.2 or 1.3, as QEMU 2.6 or later serves it with {@code tls-creds}.
   *
   * @param host a name, which is looked up at each connect, or an IP address without brackets; the
   *     server's certificate has to be for it, see {@link TlsEndpoint#withServerName}
   * @param port 1 to 65535
   */
  public static TlsEndpoint tls(String host, int port, TlsCredentials credentials) {
    return new TlsEndpoint(host, port, credentials, host);
  }

  /**
   * A channel that is connected already, for one connection: it is closed with it, and nobody else
   * may use it. A {@link java.nio.channels.SocketChannel} is used as it is and made non-blocking;
   * any other is read by one and written by another daemon thread, and so has to block and to take
   * a reader and a writer at once.
   */
  public static QmpEndpoint channel(ByteChannel channel) {
    return ChannelEndpoint.of(channel);
  }

  /**
   * Streams of a connection that is there already, for one connection, as {@link #channel}: such as
   * those of a process that forwards ({@code ssh host socat - UNIX-CONNECT:PATH}).
   *
   * @param closer what ends the connection behind them, such as {@code process::destroy}; it is
   *     closed first, since closing a stream does not free a thread that reads it
   */
  public static QmpEndpoint streams(InputStream in, OutputStream out, Closeable closer) {
    return ChannelEndpoint.of(in, out, closer);
  }

  /** Makes connections to here; each is asked for on a thread that may block. */
  abstract Connector connector();

  /** The address, where the words of an error depend on it. */
  @Nullable SocketAddress address() {
    return null;
  }

  static void checkAddress(String host, int port) {
    if (host.isBlank()) {
      throw new IllegalArgumentException("host is empty");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port is 1 to 65535: " + port);
    }
  }

  static String show(String host, int port) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
