package io.kvmsdk.libvirt;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.spi.EventSink;
import io.kvmsdk.spi.HypervisorBackend;
import io.kvmsdk.spi.HypervisorProvider;

/**
 * Serves every libvirt URI: {@code qemu:///system}, {@code qemu+ssh://host/system}, {@code
 * test:///default}, ... Found by {@link java.util.ServiceLoader}; needs libvirt's client library
 * (Debian: {@code libvirt0}) when a connection is made, not before.
 *
 * <p>What libvirt asks for interactively it takes from its own files ({@code auth.conf}, ssh's
 * keys): nothing is ever asked on the terminal of a service.
 */
public final class LibvirtProvider implements HypervisorProvider {

  static final String NAME = "libvirt";

  /** Made by the service loader. */
  public LibvirtProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean accepts(String uri) {
    return LibvirtUri.parse(uri).isPresent();
  }

  @Override
  public HypervisorBackend connect(String text, ConnectOptions options, EventSink sink) {
    Call call =
        new Call(
            "hypervisor.connect", "connection " + text, Deadline.after(options.connectTimeout()));
    ErrorContext context = call.context();
    LibvirtUri uri =
        LibvirtUri.parse(text)
            .orElseThrow(() -> new ConnectFailedException(context, "this is no URI of libvirt's"));
    NativeLibrary library = NativeLibrary.load(context);
    EventLoop.start(library, context);

    int keepAlive = (int) Math.max(1, Math.min(options.keepAlive().toSeconds(), Integer.MAX_VALUE));
    QemuLog log = QemuLog.of(uri);
    DomainKinds kinds = new DomainKinds();
    LibvirtEvents events = new LibvirtEvents(text, sink, log, kinds);
    Session session =
        new Session(text, () -> Link.open(library, uri, keepAlive), uri.isDaemon(), events);
    boolean connected = false;
    try {
      Driver driver = session.connect(call, Driver::of);
      LibvirtCalls calls = new LibvirtCalls(session);
      Abandoned.closeLater(calls, session);
      HypervisorBackend backend =
          new LibvirtBackend(session, calls, driver, library.qemu().isPresent(), kinds, log);
      connected = true;
      return backend;
    } catch (NativeFailure e) {
      throw Errors.connecting(context, uri, e);
    } catch (TimedOutException e) {
      throw new ConnectFailedException(
          context,
          "nobody answered within "
              + Texts.seconds(call.deadline())
              + ": is the daemon stuck, or the host not reachable?",
          e);
    } finally {
      if (!connected) {
        session.close();
      }
    }
  }
}
