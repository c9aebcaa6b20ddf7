package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/** TLS with certificates, by the JDK. */
final class JsseRecords implements TlsRecords {

  /** Of answers to messages of the handshake that the other side does not read. */
  private static final int MOST_UNSENT = 256 * 1024;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;
  private final String serverName;
  private ByteBuffer in; // what to decrypt, to be flipped for reading
  private ByteBuffer plain; // flipped already
  private ByteBuffer out; // to be flipped
  private boolean over;

  JsseRecords(SSLContext context, String serverName, int port) {
    this.serverName = serverName;
    engine = context.createSSLEngine(serverName, port);
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    engine.setSSLParameters(parameters);
    int packet = engine.getSession().getPacketBufferSize();
    in = ByteBuffer.allocate(2 * packet);
    out = ByteBuffer.allocate(packet);
    plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize()).flip();
  }

  @Override
  public void begin() throws IOException {
    engine.beginHandshake();
    advance();
  }

  @Override
  public boolean handshaking() {
    return switch (engine.getHandshakeStatus()) {
      case NOT_HANDSHAKING, FINISHED -> false;
      default -> !over;
    };
  }

  @Override
  public void offer(ByteBuffer encrypted) throws IOException {
    if (in.remaining() < encrypted.remaining()) {
      in = larger(in, encrypted.remaining());
    }
    in.put(encrypted);
    advance();
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    while (!plain.hasRemaining() && !over && unwrap()) {
      advance();
    }
    int count = Math.min(plain.remaining(), to.remaining());
    if (count == 0) {
      return over && !plain.hasRemaining() ? -1 : 0;
    }
    to.put(plain.slice().limit(count));
    plain.position(plain.position() + count);
    return count;
  }

  @Override
  public boolean write(ByteBuffer from, int most) throws IOException {
    int end = from.limit();
    from.limit(from.position() + Math.min(from.remaining(), most));
    try {
      return wrap(from);
    } finally {
      from.limit(end);
    }
  }

  /** Goes on with the handshake, the first or a later one, until more has to come. */
  private void advance() throws SSLException {
    boolean going = true;
    while (going && !over) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> {
          for (Runnable task = engine.getDelegatedTask();
              task != null;
              task = engine.getDelegatedTask()) {
            task.run();
          }
        }
        case NEED_WRAP -> going = wrap(NOTHING);
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> going = !plain.hasRemaining() && unwrap();
        default -> going = false;
      }
    }
  }

  /** Whether it got any further. */
  private boolean unwrap() throws SSLException {
    in.flip();
    plain.clear();
    try {
      SSLEngineResult result = engine.unwrap(in, plain);
      switch (result.getStatus()) {
        case BUFFER_OVERFLOW ->
            plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        case CLOSED -> over = true;
        default -> {}
      }
      return result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW
          || result.bytesConsumed() > 0;
    } finally {
      in.compact();
      plain.flip();
    }
  }

  /** Whether it made anything. */
  private boolean wrap(ByteBuffer from) throws SSLException {
    int room = engine.getSession().getPacketBufferSize();
    if (out.remaining() < room) {
      out = larger(out, room);
    }
    SSLEngineResult result = engine.wrap(from, out);
    return result.bytesProduced() > 0;
  }

  private static ByteBuffer larger(ByteBuffer old, int more) throws SSLException {
    int size = old.position() + Math.max(more, old.capacity());
    if (size > MOST_UNSENT) {
      throw new SSLException("the other side keeps asking for answers and does not read them");
    }
    return ByteBuffer.allocate(size).put(old.flip());
  }

  @Override
  public void drain(ByteBuffer to) {
    out.flip();
    int count = Math.min(out.remaining(), to.remaining());
    to.put(out.slice().limit(count));
    out.position(out.position() + count);
    out.compact();
  }

  @Override
  public void end() {
    engine.closeOutbound();
    try {
      boolean more = true;
      while (more && !engine.isOutboundDone()) {
        more = wrap(NOTHING);
      }
    } catch (SSLException e) {
      // What is said again here went wrong before.
      return;
    }
  }

  @Override
  public Optional<EndpointException> explain(IOException e) {
    return e instanceof SSLException ssl
        ? Optional.of(TlsWords.of(ssl, serverName, identity()))
        : Optional.empty();
  }

  @Override
  public String suspicion() {
    String identity = identity();
    return identity.isEmpty()
        ? "no client certificate was sent, and QEMU with verify-peer=on (the default) requires one"
        : "QEMU does so when it does not accept the client's certificate, which was "
            + identity
            + ": the CA in QEMU's ca-cert.pem has to have issued it, it has to be valid now, and what"
            + " tls-authz= names has to allow it";
  }

  /** The certificate that was sent, or nothing. */
  private String identity() {
    Certificate[] sent = engine.getSession().getLocalCertificates();
    if (sent == null && engine.getHandshakeSession() != null) {
      sent = engine.getHandshakeSession().getLocalCertificates();
    }
    return sent == null || sent.length == 0 || !(sent[0] instanceof X509Certificate first)
        ? ""
        : TlsWords.describe(first);
  }
}
