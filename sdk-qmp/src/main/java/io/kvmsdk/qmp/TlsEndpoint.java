package io.kvmsdk.qmp;

import java.util.Objects;

/** A TCP socket with TLS. Immutable and thread-safe. */
public final class TlsEndpoint extends QmpEndpoint {

  private final String host;
  private final int port;
  private final TlsCredentials credentials;
  private final String serverName;

  TlsEndpoint(String host, int port, TlsCredentials credentials, String serverName) {
    checkAddress(host, port);
    if (serverName.isBlank()) {
      throw new IllegalArgumentException("serverName is empty");
    }
    this.host = host;
    this.port = port;
    this.credentials = Objects.requireNonNull(credentials);
    this.serverName = serverName;
  }

  /** The name or address that is connected to. */
  public String host() {
    return host;
  }

  /** The port. */
  public int port() {
    return port;
  }

  /** Who this side is, and whom it trusts. */
  public TlsCredentials credentials() {
    return credentials;
  }

  /** The name or IP address that the server's certificate has to be for; the host unless said. */
  public String serverName() {
    return serverName;
  }

  /**
   * The same, with a certificate for another name than the host's; where a tunnel, an address or an
   * alias is connected to. With a pre-shared key there is no certificate, and this says nothing.
   */
  public TlsEndpoint withServerName(String name) {
    return new TlsEndpoint(host, port, credentials, name);
  }

  @Override
  Connector connector() {
    return deadline ->
        TlsPipe.connect(
            () -> credentials.records(serverName, port),
            () -> TcpEndpoint.dial(host, port),
            deadline);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TlsEndpoint that
        && host.equals(that.host)
        && port == that.port
        && serverName.equals(that.serverName)
        && credentials.equals(that.credentials);
  }

  @Override
  public int hashCode() {
    return host.hashCode() * 31 + port;
  }

  @Override
  public String toString() {
    String name = serverName.equals(host) ? "" : " as " + serverName;
    return "tls://" + show(host, port) + name + " with " + credentials;
  }
}
