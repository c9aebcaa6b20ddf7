package io.kvmsdk.qmp.agent;

import io.kvmsdk.error.HypervisorException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guards of one connection that hold its guest frozen. */
final class Freezes {

  private static final Logger LOG = LoggerFactory.getLogger(Freezes.class);

  /** What one attempt may take where nobody has said so, and an agent may hang. */
  static final Duration ATTEMPT = Duration.ofSeconds(10);

  private final Set<FreezeGuard> open = ConcurrentHashMap.newKeySet();

  void add(FreezeGuard guard) {
    open.add(guard);
  }

  void remove(FreezeGuard guard) {
    open.remove(guard);
  }

  /** Before the connection is closed. */
  void thawAll() {
    for (FreezeGuard guard : open) {
      try {
        guard.thawInPassing("the connection is being closed");
      } catch (HypervisorException e) {
        LOG.error("the connection is closed, and {} may still be frozen", guard, e);
      }
      guard.giveUp();
    }
  }
}
