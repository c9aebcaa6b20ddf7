package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes in from a guest agent. There is one command at a time; while a sync is awaited all
 * else is thrown away, for a guest may have left anything in the pipe.
 */
final class AgentSession implements Wire.Sink {

  private static final Logger LOG = LoggerFactory.getLogger(AgentSession.class);

  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Pending awaited;
  private long syncId;
  private boolean delimited;
  private volatile @Nullable Throwable loss;

  /** From now on only the answer to this sync counts, and only behind a delimiter. */
  void expectSync(long id, Pending sync) {
    expect(id, sync);
  }

  /** The next object is the reply. */
  void expectReply(Pending command) {
    expect(0, command);
  }

  void forget() {
    lock.lock();
    try {
      awaited = null;
    } finally {
      lock.unlock();
    }
  }

  @Nullable Throwable loss() {
    return loss;
  }

  Throwable lossOr(Throwable other) {
    Throwable known = loss;
    return known != null ? known : other;
  }

  private void expect(long id, Pending pending) {
    lock.lock();
    try {
      awaited = pending;
      syncId = id;
      delimited = false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void object(byte[] bytes, int offset, int length) {
    JsonNode message;
    try {
      message = Json.MAPPER.readTree(bytes, offset, length);
    } catch (IOException e) {
      LOG.debug("dropped what is not JSON from a guest agent", e);
      return;
    }
    lock.lock();
    try {
      Pending pending = awaited;
      if (pending == null || (syncId != 0 && !answersSync(message))) {
        LOG.debug("dropped a stale reply of a guest agent");
        return;
      }
      awaited = null;
      pending.answer(message);
    } finally {
      lock.unlock();
    }
  }

  private boolean answersSync(JsonNode message) {
    return delimited && message.path("return").asLong() == syncId;
  }

  @Override
  public void delimiter() {
    lock.lock();
    try {
      delimited = true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void garbage(byte value) {
    // A guest may send anything; the next delimiter brings us back.
  }

  @Override
  public void lost(Throwable cause) {
    loss = cause;
    lock.lock();
    try {
      if (awaited != null) {
        awaited.lost(cause);
      }
    } finally {
      lock.unlock();
    }
  }
}
