package io.kvmsdk.qmp;

import java.util.Objects;
import javax.net.ssl.SSLContext;

/** A context of the user's. */
final class TlsContext extends TlsCredentials {

  private final SSLContext context;

  TlsContext(SSLContext context) {
    this.context = Objects.requireNonNull(context);
  }

  @Override
  TlsRecords records(String serverName, int port) {
    return new JsseRecords(context, serverName, port);
  }

  @Override
  public String toString() {
    return "an SSLContext of " + context.getProvider().getName();
  }
}
