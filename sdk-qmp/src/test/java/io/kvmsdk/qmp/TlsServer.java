package io.kvmsdk.qmp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A server on a port of the loopback that sends back what it is sent. */
final class TlsServer implements AutoCloseable {

  private final ServerSocket server;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::serve, "test-server");

  /** What a server does with a connection. */
  interface Script {
    void run(InputStream in, OutputStream out) throws IOException;
  }

  private interface SocketScript {
    void run(Socket socket) throws IOException;
  }

  private final SocketScript script;

  private TlsServer(ServerSocket server, SocketScript script) {
    this.server = server;
    this.script = script;
    thread.start();
  }

  static TlsServer echoing(SSLContext context, String protocol) throws IOException {
    return new TlsServer(
        listen(context, protocol),
        socket -> socket.getInputStream().transferTo(socket.getOutputStream()));
  }

  /** Asks for new keys (TLS 1.3) or for another handshake (TLS 1.2) before each byte of its own. */
  static TlsServer rekeying(SSLContext context, String protocol) throws IOException {
    return new TlsServer(
        listen(context, protocol),
        socket -> {
          InputStream in = socket.getInputStream();
          for (int next = in.read(); next >= 0; next = in.read()) {
            ((SSLSocket) socket).startHandshake();
            socket.getOutputStream().write(next);
          }
        });
  }

  private static SSLServerSocket listen(SSLContext context, String protocol) throws IOException {
    SSLServerSocket socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    socket.setEnabledProtocols(new String[] {protocol});
    return socket;
  }

  /** One without TLS. */
  static TlsServer plain(Script script) throws IOException {
    return new TlsServer(
        new ServerSocket(0, 5, InetAddress.getLoopbackAddress()),
        socket -> script.run(socket.getInputStream(), socket.getOutputStream()));
  }

  /** Passes on to another port, byte by byte. */
  static TlsServer trickling(int port) throws IOException {
    return plain((in, out) -> {
      Socket behind = new Socket(InetAddress.getLoopbackAddress(), port);
      behind.setTcpNoDelay(true);
      CompletableFuture<Void> back = CompletableFuture.runAsync(() -> trickle(behind, out));
      try (behind) {
        for (int next = in.read(); next >= 0; next = in.read()) {
          behind.getOutputStream().write(next);
        }
      } finally {
        back.join(); // a descriptor that is being read is closed by its reader
      }
    });
  }

  private static void trickle(Socket from, OutputStream to) {
    try {
      InputStream in = from.getInputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        to.write(next);
      }
    } catch (IOException e) {
      return; // the test is over
    }
  }

  /** The context of one who shows this certificate and trusts that authority. */
  static SSLContext context(TestCertificates shown, TestCertificates trusted) {
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry("me", shown.key(), new char[0], new X509Certificate[] {shown.certificate()});
      keys.setCertificateEntry("ca", trusted.certificate());
      KeyManagerFactory mine = KeyManagerFactory.getInstance("PKIX");
      mine.init(keys, new char[0]);
      TrustManagerFactory others = TrustManagerFactory.getInstance("PKIX");
      others.init(keys);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(mine.getKeyManagers(), others.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        open.add(socket);
        socket.setTcpNoDelay(true);
        script.run(socket);
      } catch (IOException e) {
        continue; // what the client sees is what is tested
      }
    }
  }

  @Override
  public void close() throws Exception {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
    thread.join();
  }
}
