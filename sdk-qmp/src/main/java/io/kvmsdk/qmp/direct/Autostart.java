package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.StartMode;
import io.kvmsdk.error.HypervisorException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the domains that are marked for it, one after the other, while the connection is used. */
final class Autostart implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Autostart.class);

  private final DirectDomains domains;
  private final DirectLifecycle lifecycle;
  private final Duration each;
  private volatile @Nullable Thread thread;

  /**
   * For one connection.
   *
   * @param each what one start may take
   */
  Autostart(DirectDomains domains, DirectLifecycle lifecycle, Duration each) {
    this.domains = domains;
    this.lifecycle = lifecycle;
    this.each = each;
  }

  void begin() {
    Thread starting = new Thread(this::startAll, "kvmsdk-autostart");
    starting.setDaemon(true);
    thread = starting;
    starting.start();
  }

  private void startAll() {
    for (DirectDomain domain : domains.all()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      if (domain.running().isEmpty() && domain.folder().has(MachineFile.AUTOSTART)) {
        start(domain);
      }
    }
  }

  private void start(DirectDomain domain) {
    try {
      lifecycle.start(DomainCall.within(each, "domain.autostart", domain.ref()), StartMode.RUNNING);
    } catch (HypervisorException e) {
      LOG.warn("{} is marked to start with the host, and did not", domain.ref(), e);
    }
  }

  /** Begins no further start; one that is under way is given up. */
  @Override
  public void close() {
    Thread starting = thread;
    if (starting != null) {
      starting.interrupt();
      try {
        starting.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
