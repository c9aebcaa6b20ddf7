package io.kvmsdk;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.Domains;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.event.Events;
import io.kvmsdk.host.HostCapabilities;
import io.kvmsdk.host.HypervisorVersion;
import io.kvmsdk.internal.EventDispatcher;
import io.kvmsdk.spi.HypervisorBackend;
import io.kvmsdk.spi.HypervisorProvider;
import java.time.Duration;
import java.util.ServiceLoader;

/**
 * A connection to a hypervisor: the one object of this SDK that has to be closed, beside
 * subscriptions. Thread-safe.
 *
 * <pre>{@code
 * try (Hypervisor kvm = Hypervisor.connect("qemu:///system")) {
 *   kvm.domains().require("web-1").start();
 * }
 * }</pre>
 */
public final class Hypervisor implements AutoCloseable {

  private final String uri;
  private final HypervisorBackend backend;
  private final EventDispatcher events;
  private final Duration timeout;
  private final boolean owner;

  private Hypervisor(
      String uri,
      HypervisorBackend backend,
      EventDispatcher events,
      Duration timeout,
      boolean owner) {
    this.uri = uri;
    this.backend = backend;
    this.events = events;
    this.timeout = timeout;
    this.owner = owner;
  }

  /** {@link #connect(String, ConnectOptions)} with {@link ConnectOptions#DEFAULT}. */
  public static Hypervisor connect(String uri) {
    return connect(uri, ConnectOptions.DEFAULT);
  }

  /**
   * Connects.
   *
   * @param uri {@code qmp:///DIR} (QEMU driven directly, its state in DIR), {@code
   *     qmp+unix:///SOCKET} (one QEMU that somebody else started), {@code fake:///} (the testkit's
   *     fake), or any of libvirt's, such as {@code qemu:///system}
   * @param options timeouts and limits
   * @throws ConnectFailedException if no backend on the class path serves the URI, or it could not
   *     connect in time; nothing is left open
   * @throws io.kvmsdk.error.AccessDeniedException if the other side refuses this user
   * @throws io.kvmsdk.error.ConflictException if another process drives the same state directory
   */
  public static Hypervisor connect(String uri, ConnectOptions options) {
    for (HypervisorProvider provider : ServiceLoader.load(HypervisorProvider.class)) {
      if (provider.accepts(uri)) {
        return connect(provider, uri, options);
      }
    }
    throw new ConnectFailedException(
        ErrorContext.of("hypervisor.connect", "'" + uri + "'"),
        "no backend on the class path serves this URI; expected qmp:///DIR or qmp+unix:///SOCKET (artifact"
            + " sdk-qmp), fake:/// (sdk-testkit), or a libvirt URI such as qemu:///system (sdk-libvirt)");
  }

  /**
   * {@link #connect(String, ConnectOptions)} by a provider at hand, such as a fake that a test has
   * scripted.
   */
  public static Hypervisor connect(
      HypervisorProvider provider, String uri, ConnectOptions options) {
    EventDispatcher events = new EventDispatcher(uri, options.eventQueue());
    try {
      HypervisorBackend backend = provider.connect(uri, options, events);
      return new Hypervisor(uri, backend, events, options.callTimeout(), true);
    } catch (RuntimeException | Error e) {
      events.close();
      throw e;
    }
  }

  /** The URI that it was made with. */
  public String uri() {
    return uri;
  }

  /**
   * The same connection, with another timeout for each call. Closing the view does nothing: the
   * connection belongs to who made it.
   *
   * @param other more than zero
   */
  public Hypervisor withTimeout(Duration other) {
    Deadline.after(other); // refuses zero and less here, not at the first call
    return new Hypervisor(uri, backend, events, other, false);
  }

  /** Who answers. */
  public HypervisorVersion version() {
    return backend.version(call("hypervisor.version"));
  }

  /** What the host is and what guests it can run. */
  public HostCapabilities capabilities() {
    return backend.capabilities(call("hypervisor.capabilities"));
  }

  /**
   * Whether a feature can be had of some domain of this connection; {@code Domain.support} tells it
   * of one. Learned when the connection was made, asks nothing.
   */
  public Support support(Feature feature) {
    return backend.support(feature);
  }

  /** The domains. */
  public Domains domains() {
    return new Domains(backend.domains(), timeout);
  }

  /** The events. */
  public Events events() {
    return events;
  }

  /**
   * Ends the connection and its subscriptions; machines run on. Calls that wait fail. Calling it
   * again, or on a view, does nothing.
   */
  @Override
  public void close() {
    if (owner) {
      try {
        backend.close();
      } finally {
        events.close();
      }
    }
  }

  private Call call(String operation) {
    return new Call(operation, "connection " + uri, Deadline.after(timeout));
  }

  @Override
  public String toString() {
    return "connection " + uri;
  }
}
