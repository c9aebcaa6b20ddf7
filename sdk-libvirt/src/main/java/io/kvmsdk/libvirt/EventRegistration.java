package io.kvmsdk.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import io.kvmsdk.call.DomainRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.Libvirt.VirDomainEventCallback;

/**
 * The callbacks of one native connection. Each registration holds a reference to the connection:
 * all have to be undone before it is closed, or it never is.
 */
final class EventRegistration {

  private static final int LIFECYCLE = 0;
  private static final int REBOOT = 1;
  private static final int BALLOON_CHANGE = 13;
  private static final int DEVICE_REMOVED = 15;
  private static final int DEVICE_REMOVAL_FAILED = 22;

  private final NativeConnection connection;
  private final Consumer<DomainSignal> signals;
  private final List<Integer> ids = new ArrayList<>();
  private final List<Pointer> held = new ArrayList<>();
  private final LibvirtMore.CloseCallback onClose;
  private boolean hearsClose;

  private EventRegistration(
      NativeConnection connection, Consumer<DomainSignal> signals, Consumer<String> closed) {
    this.connection = connection;
    this.signals = signals;
    this.onClose =
        (conn, reason, opaque) -> Callbacks.guard(() -> closed.accept(closeReason(reason)));
  }

  /**
   * Registers for all that is heard of.
   *
   * @param signals takes what happens, on libvirt's event loop: never blocks
   * @param closed takes the reason when the connection breaks, likewise
   */
  static EventRegistration register(
      NativeConnection connection, Consumer<DomainSignal> signals, Consumer<String> closed)
      throws NativeFailure {
    EventRegistration registration = new EventRegistration(connection, signals, closed);
    try {
      registration.registerAll();
    } catch (NativeFailure e) {
      registration.undo();
      throw e;
    }
    return registration;
  }

  private void registerAll() throws NativeFailure {
    Pointer opaque = hold(onClose);
    LibvirtMore more = connection.library().more();
    if (more.virConnectRegisterCloseCallback(connection.pointer(), onClose, opaque, Callbacks.FREE)
        < 0) {
      NativeFailure failure = connection.failure();
      Callbacks.drop(opaque);
      if (!failure.is(ErrorCodes.NO_SUPPORT)) { // the test driver has nothing that could break
        throw failure;
      }
    } else {
      hearsClose = true;
    }
    LibvirtMore.LifecycleCallback lifecycle =
        (conn, dom, event, detail, o) -> {
          tell(dom, (at, ref) -> new DomainSignal.Lifecycle(at, ref, event, detail));
          return 0;
        };
    add(LIFECYCLE, lifecycle, true);
    LibvirtMore.GenericCallback reboot = (conn, dom, o) -> tell(dom, DomainSignal.Reboot::new);
    add(REBOOT, reboot, true);
    LibvirtMore.BalloonCallback balloon =
        (conn, dom, actual, o) -> tell(dom, (at, ref) -> new DomainSignal.Balloon(at, ref, actual));
    add(BALLOON_CHANGE, balloon, false);
    LibvirtMore.DeviceCallback removed =
        (conn, dom, alias, o) ->
            tell(dom, (at, ref) -> new DomainSignal.DeviceRemoved(at, ref, text(alias)));
    add(DEVICE_REMOVED, removed, false);
    LibvirtMore.DeviceCallback refused =
        (conn, dom, alias, o) ->
            tell(dom, (at, ref) -> new DomainSignal.DeviceRemovalFailed(at, ref, text(alias)));
    add(DEVICE_REMOVAL_FAILED, refused, false);
  }

  private void add(int event, VirDomainEventCallback callback, boolean needed)
      throws NativeFailure {
    Pointer opaque = hold(callback);
    Libvirt base = connection.library().base();
    int id =
        base.virConnectDomainEventRegisterAny(
            connection.pointer(), null, event, callback, opaque, Callbacks.FREE);
    if (id >= 0) {
      ids.add(id);
      return;
    }
    NativeFailure failure = connection.failure();
    Callbacks.drop(opaque);
    if (needed || failure.connectionLost()) {
      throw failure;
    }
  }

  private void tell(Pointer domain, BiFunction<Instant, DomainRef, DomainSignal> signal) {
    Callbacks.guard(() -> {
      try {
        DomainRef ref = NativeDomain.ref(connection, new DomainPointer(domain));
        signals.accept(signal.apply(Instant.now(), ref));
      } catch (NativeFailure e) {
        throw new IllegalStateException("a domain of an event has no name", e);
      }
    });
  }

  private static String text(Pointer string) {
    return string.getString(0, "UTF-8");
  }

  private static String closeReason(int reason) {
    return switch (reason) {
      case 1 -> "the daemon closed the connection";
      case 2 -> "the daemon did not answer keepalive messages";
      case 3 -> "the connection was closed by this client";
      default -> "an I/O error on the connection to the daemon";
    };
  }

  private Pointer hold(Callback callback) {
    Pointer opaque = Callbacks.hold(callback);
    held.add(opaque);
    return opaque;
  }

  /**
   * Lets go of what libvirt has not, now that there is no connection that could call it: a driver
   * without a transport takes a close callback and forgets it without a word.
   */
  void connectionClosed() {
    held.forEach(Callbacks::drop);
  }

  /** Forgets all; may talk to the daemon. */
  void undo() {
    Libvirt base = connection.library().base();
    for (int id : ids) {
      base.virConnectDomainEventDeregisterAny(connection.pointer(), id);
    }
    ids.clear();
    if (hearsClose) {
      connection.library().more().virConnectUnregisterCloseCallback(connection.pointer(), onClose);
      hearsClose = false;
    }
  }
}
