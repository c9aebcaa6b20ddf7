package io.kvmsdk.qmp;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A connection could not be made or kept; the message says to a user all that there is to say. */
final class EndpointException extends IOException {

  private static final long serialVersionUID = 1;

  EndpointException(String message) {
    super(message);
  }

  EndpointException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
