package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.qmp.GuestAgent;
import io.kvmsdk.qmp.QmpEndpoint;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The way to a guest's agent, connected when first used and again after it broke. */
final class AgentLink implements AutoCloseable {

  private final Path socket;
  private final Turn connecting = new Turn();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable GuestAgent agent;
  private boolean closed;

  AgentLink(Path socket) {
    this.socket = socket;
  }

  /**
   * The agent's socket; whether an agent is there tells its first answer.
   *
   * @throws AgentUnavailableException if QEMU does not have the socket any more
   */
  GuestAgent connected(Call call) {
    try (Turn.Taken taken = connecting.take(call)) {
      GuestAgent known = known();
      return known != null ? known : connect(call);
    }
  }

  private @Nullable GuestAgent known() {
    lock.lock();
    try {
      return agent != null && agent.isOpen() ? agent : null;
    } finally {
      lock.unlock();
    }
  }

  private GuestAgent connect(Call call) {
    GuestAgent made;
    try {
      made = GuestAgent.connect(QmpEndpoint.unix(socket), Monitor.within(call));
    } catch (ConnectFailedException e) {
      throw new AgentUnavailableException(
          call.context(), "QEMU's socket to the guest agent cannot be used: " + e.getMessage(), e);
    }
    lock.lock();
    try {
      if (!closed) {
        agent = made;
        return made;
      }
    } finally {
      lock.unlock();
    }
    made.close();
    throw new AgentUnavailableException(call.context(), "the machine is being let go of");
  }

  @Override
  public void close() {
    GuestAgent known;
    lock.lock();
    try {
      closed = true;
      known = agent;
    } finally {
      lock.unlock();
    }
    if (known != null) {
      known.close();
    }
  }
}
