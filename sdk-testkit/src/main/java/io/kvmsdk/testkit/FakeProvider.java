package io.kvmsdk.testkit;

import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.spi.EventSink;
import io.kvmsdk.spi.HypervisorBackend;
import io.kvmsdk.spi.HypervisorProvider;

/**
 * Serves {@code fake:///NAME}: each name is a host of its own, made when it is first used and kept
 * for as long as the JVM. Found by {@link java.util.ServiceLoader}; a test gets at the host by
 * {@link FakeHypervisor#at(String)}.
 */
public final class FakeProvider implements HypervisorProvider {

  static final String SCHEME = "fake:///";

  /** For {@link java.util.ServiceLoader}. */
  public FakeProvider() {}

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public boolean accepts(String uri) {
    return uri.startsWith(SCHEME);
  }

  @Override
  public HypervisorBackend connect(String uri, ConnectOptions options, EventSink events) {
    return FakeHypervisor.at(uri).host().connect(uri, events);
  }
}
