package io.kvmsdk.spi;

import io.kvmsdk.call.ConnectOptions;

/** Makes connections of one kind; found by {@link java.util.ServiceLoader}. Thread-safe. */
public interface HypervisorProvider {

  /** The backend's name: {@code libvirt}, {@code qmp}, {@code fake}. */
  String name();

  /** Whether it serves such a URI. Looks at the text only. */
  boolean accepts(String uri);

  /**
   * Opens a connection.
   *
   * @param uri one that is {@linkplain #accepts accepted}
   * @param options how
   * @param events where the connection's events go
   * @throws io.kvmsdk.error.ConnectFailedException if that fails; nothing of it is left open
   */
  HypervisorBackend connect(String uri, ConnectOptions options, EventSink events);
}
