package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.spi.EventSink;
import io.kvmsdk.spi.HypervisorBackend;
import io.kvmsdk.spi.HypervisorProvider;
import java.util.Locale;

/**
 * Serves {@code qmp:///DIR}, whose QEMU processes are this library's own, and {@code
 * qmp+unix:///SOCKET}, one QEMU that somebody else started.
 */
public final class DirectProvider implements HypervisorProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public DirectProvider() {}

  @Override
  public String name() {
    return "qmp";
  }

  @Override
  public boolean accepts(String uri) {
    String scheme = scheme(uri);
    return scheme.equals(DirectUri.DIRECTORY) || scheme.equals(DirectUri.SOCKET);
  }

  private static String scheme(String uri) {
    int colon = uri.indexOf(':');
    return colon < 0 ? "" : uri.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  @Override
  public HypervisorBackend connect(String uri, ConnectOptions options, EventSink events) {
    Call call =
        new Call(
            "hypervisor.connect", "connection " + uri, Deadline.after(options.connectTimeout()));
    DirectUri parsed = DirectUri.parse(call, uri);
    return scheme(uri).equals(DirectUri.SOCKET)
        ? AttachedBackend.connect(call, parsed, events)
        : DirectBackend.connect(call, parsed, options, events);
  }
}
