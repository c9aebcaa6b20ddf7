package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsException;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;

/** TLS with a pre-shared key, by Bouncy Castle. */
final class PskRecords implements TlsRecords {

  private static final int RECORD = 1 << 14;

  private final String user;
  private final PskClient client;
  private final TlsClientProtocol protocol = new TlsClientProtocol(); // which does not block

  PskRecords(String user, byte[] key) {
    this.user = user;
    this.client = new PskClient(user, key);
  }

  @Override
  public void begin() throws IOException {
    protocol.connect(client);
  }

  @Override
  public boolean handshaking() {
    return protocol.isHandshaking();
  }

  @Override
  public void offer(ByteBuffer encrypted) throws IOException {
    byte[] bytes = new byte[encrypted.remaining()];
    encrypted.get(bytes);
    protocol.offerInput(bytes);
  }

  @Override
  public int read(ByteBuffer to) {
    int count = Math.min(protocol.getAvailableInputBytes(), to.remaining());
    if (count > 0) {
      return protocol.readInput(to, count);
    }
    return protocol.isClosed() && protocol.getAvailableInputBytes() == 0 ? -1 : 0;
  }

  @Override
  public boolean write(ByteBuffer from, int most) throws IOException {
    byte[] bytes = new byte[Math.min(from.remaining(), Math.min(most, RECORD))];
    from.get(bytes);
    protocol.writeApplicationData(bytes, 0, bytes.length);
    return true;
  }

  @Override
  public void drain(ByteBuffer to) {
    int count = Math.min(protocol.getAvailableOutputBytes(), to.remaining());
    if (count > 0) {
      protocol.readOutput(to, count);
    }
  }

  @Override
  public void end() {
    try {
      protocol.close();
    } catch (IOException e) {
      // What is said again here went wrong before.
      return;
    }
  }

  @Override
  public Optional<EndpointException> explain(IOException e) {
    if (e instanceof TlsFatalAlertReceived received) {
      return Optional.of(
          new EndpointException(
              alert(AlertDescription.getName(received.getAlertDescription())), e));
    }
    if (e instanceof TlsFatalAlert raised) {
      String name = AlertDescription.getName(raised.getAlertDescription());
      return Optional.of(
          new EndpointException(
              "TLS failed on this side (%s); either the server has another key for %s, or what tls-creds="
                      .formatted(name, user)
                  + " names is no tls-creds-psk",
              e));
    }
    return e instanceof TlsException
        ? Optional.of(new EndpointException("TLS failed: " + e.getMessage(), e))
        : Optional.empty();
  }

  private String alert(String name) {
    return switch (name) {
      case "unknown_psk_identity" -> "the server's keys.psk has no user " + user;
      case "decrypt_error", "bad_record_mac", "illegal_parameter" ->
          "the server has another key for "
              + user
              + " in its keys.psk, or no such user ("
              + name
              + ")";
      case "handshake_failure", "protocol_version", "insufficient_security" ->
          "the server and this side have no TLS version or cipher in common ("
              + name
              + "); is the object in tls-creds= a tls-creds-psk?";
      default -> "the server ended TLS with the alert " + name;
    };
  }

  @Override
  public String suspicion() {
    return "QEMU does so when its keys.psk has another key for "
        + user
        + " or no such user, or when what tls-creds= names is no tls-creds-psk";
  }
}
