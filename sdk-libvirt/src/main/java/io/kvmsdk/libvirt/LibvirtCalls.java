package io.kvmsdk.libvirt;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import java.util.Optional;

/**
 * How the subjects make calls: failures become the API's errors, domains are freed in all cases.
 */
final class LibvirtCalls {

  private final Session session;

  LibvirtCalls(Session session) {
    this.session = session;
  }

  /** What is done with a domain, on the thread that may make native calls. */
  interface DomainWork<T> {
    T run(NativeDomain domain) throws NativeFailure;
  }

  /** The same, without an answer. */
  interface DomainAction {
    void run(NativeDomain domain) throws NativeFailure;
  }

  /** Reads something of the connection. */
  <T> T read(Call call, Session.Work<T> work) {
    return run(call, Effect.READ, work);
  }

  /** Changes something that is not about a domain that is there. */
  <T> T change(Call call, Session.Work<T> work) {
    return run(call, Effect.CHANGE, work);
  }

  private <T> T run(Call call, Effect effect, Session.Work<T> work) {
    try {
      return session.run(call, Optional.empty(), effect, work);
    } catch (NativeFailure e) {
      throw Errors.of(call.context(), e, effect);
    }
  }

  /** Reads something of a domain. */
  <T> T read(DomainCall call, DomainWork<T> work) {
    return run(call, Effect.READ, work);
  }

  /** Changes a domain, and returns what is said of it. */
  <T> T send(DomainCall call, DomainWork<T> work) {
    return run(call, Effect.CHANGE, work);
  }

  /** Changes a domain. */
  void change(DomainCall call, DomainAction action) {
    run(call, Effect.CHANGE, action);
  }

  /** Changes a domain, even if other calls on it hang: what they hang on is ended by this. */
  void rescue(DomainCall call, DomainAction action) {
    run(call, Effect.RESCUE, action);
  }

  private void run(DomainCall call, Effect effect, DomainAction action) {
    run(
        call,
        effect,
        domain -> {
          action.run(domain);
          return true;
        });
  }

  private <T> T run(DomainCall call, Effect effect, DomainWork<T> work) {
    try {
      return session.run(
          call.asCall(),
          Optional.of(call.uuid()),
          effect,
          connection -> {
            try (NativeDomain domain = require(call, connection)) {
              return work.run(domain);
            }
          });
    } catch (NativeFailure e) {
      throw Errors.of(call.context(), e, effect);
    }
  }

  private static NativeDomain require(DomainCall call, NativeConnection connection)
      throws NativeFailure {
    return connection
        .find(call.uuid())
        .orElseThrow(() -> new NotFoundException(call.context(), "there is no domain of its UUID"));
  }

  /**
   * Refuses a domain that has no definition.
   *
   * @throws InvalidStateException if it is transient
   */
  static void requirePersistent(DomainCall call, NativeDomain domain) throws NativeFailure {
    if (!domain.persistent()) {
      throw new InvalidStateException(call.context(), "persistent", "transient");
    }
  }

  /**
   * Refuses a domain that has no machine.
   *
   * @throws InvalidStateException if it is off
   */
  static DomainState requireActive(DomainCall call, NativeDomain domain, String expected)
      throws NativeFailure {
    DomainState state = domain.state().state();
    if (!state.isActive()) {
      throw new InvalidStateException(call.context(), expected, state.value());
    }
    return state;
  }
}
