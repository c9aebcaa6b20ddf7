package io.kvmsdk.qmp;

import io.kvmsdk.call.Deadline;
import java.io.IOException;

/** Makes a connection, once or anew after a loss. */
interface Connector {

  /**
   * Connects, and blocks meanwhile; on a thread of its own, which is interrupted when the deadline
   * has passed or nobody wants the connection any more, and is waited for then.
   *
   * @throws java.net.SocketTimeoutException if the deadline passes
   */
  Pipe connect(Deadline deadline) throws IOException;
}
