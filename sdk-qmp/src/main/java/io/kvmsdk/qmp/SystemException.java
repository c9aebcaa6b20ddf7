package io.kvmsdk.qmp;

import java.io.IOException;

/** The kernel's words for why it refused. */
final class SystemException extends IOException {

  private static final long serialVersionUID = 1;

  SystemException(String message) {
    super(message);
  }
}
