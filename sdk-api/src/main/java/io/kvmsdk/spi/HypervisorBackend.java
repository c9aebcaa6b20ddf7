package io.kvmsdk.spi;

import io.kvmsdk.call.Call;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.DomainBackends;
import io.kvmsdk.host.HostCapabilities;
import io.kvmsdk.host.HypervisorVersion;

/** One open connection of a backend. Thread-safe. */
public interface HypervisorBackend extends AutoCloseable {

  /** Who answers. */
  HypervisorVersion version(Call call);

  /** What the host is and what guests it can run. */
  HostCapabilities capabilities(Call call);

  /**
   * Whether a feature can be had of some domain of this connection; learned when the connection was
   * made, asks nothing.
   */
  Support support(Feature feature);

  /** What is done with domains. */
  DomainBackends domains();

  /**
   * Ends the connection: threads, sockets and native handles are gone when it returns. Machines run
   * on. Calling it again does nothing.
   */
  @Override
  void close();
}
