package io.kvmsdk.qmp;

import java.io.IOException;

/** The other side sent what the protocol does not allow. */
final class ProtocolException extends IOException {

  private static final long serialVersionUID = 1L;

  ProtocolException(String message) {
    super(message);
  }

  ProtocolException(String message, Throwable cause) {
    super(message, cause);
  }
}
