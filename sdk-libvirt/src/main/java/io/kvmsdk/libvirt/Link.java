package io.kvmsdk.libvirt;

import io.kvmsdk.call.Deadline;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One native connection of a session, from its opening until its pointer is freed. */
final class Link {

  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  /** How many keepalive messages may stay unanswered. */
  private static final int KEEPALIVE_COUNT = 5;

  private final String name;
  private final NativeConnection connection;
  private final ConnectionOwner owner = new ConnectionOwner(this::free);
  private final CountDownLatch freed = new CountDownLatch(1);
  private final AtomicReference<@Nullable String> loss = new AtomicReference<>();
  private volatile @Nullable EventRegistration events;

  private Link(NativeConnection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /** Opens a connection. Blocks for as long as the other side likes. */
  static Link open(NativeLibrary library, LibvirtUri uri, int keepAliveSeconds)
      throws NativeFailure {
    Link link = new Link(NativeConnection.open(library, uri.forLibvirt()), uri.text());
    try {
      link.connection.keepAlive(keepAliveSeconds, KEEPALIVE_COUNT);
      return link;
    } catch (NativeFailure | RuntimeException | Error e) {
      link.close();
      throw e;
    }
  }

  /**
   * Hears from now on what happens.
   *
   * @param signals called on libvirt's event loop: never blocks
   * @param onLoss told that this link broke, likewise
   */
  void listen(Consumer<DomainSignal> signals, Consumer<Link> onLoss) throws NativeFailure {
    events =
        EventRegistration.register(
            connection,
            signals,
            reason -> {
              lost(reason);
              onLoss.accept(this);
            });
  }

  /** The native connection, for those who are inside. */
  NativeConnection connection() {
    return connection;
  }

  ConnectionOwner owner() {
    return owner;
  }

  /** Notes what broke it; the first to say so is right. */
  void lost(String cause) {
    loss.compareAndSet(null, cause);
  }

  /** What broke it, if it is broken. */
  Optional<String> loss() {
    return Optional.ofNullable(loss.get());
  }

  /** Frees the pointer when the last call has left; returns at once. */
  void close() {
    owner.close();
  }

  /** By whoever leaves last, perhaps libvirt's event loop, and it may have to talk to a daemon. */
  private void free() {
    Thread thread = new Thread(this::freeNow, "kvmsdk-libvirt-close " + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void freeNow() {
    try {
      EventRegistration registered = events;
      if (registered != null) {
        registered.undo();
      }
      int references = connection.close();
      if (registered != null && references == 0) {
        registered.connectionClosed();
      }
      LOG.debug("{}: closed, {} references left", name, references);
    } catch (RuntimeException | Error e) {
      LOG.error("{}: the connection could not be closed", name, e);
    } finally {
      freed.countDown();
    }
  }

  /** Waits until the pointer is freed; false if that did not happen in time. */
  boolean awaitFreed(Deadline deadline) {
    try {
      return freed.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
