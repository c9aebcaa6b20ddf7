package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.spi.EventSink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** The domains of a state directory, each with a name and a UUID of its own. Thread-safe. */
final class DirectDomains implements QmpDomains {

  private final StateDirectory directory;
  private final EventSink events;
  private final ReentrantLock lock = new ReentrantLock(); // held for no I/O
  private volatile boolean closed;
  private final Map<UUID, DirectDomain> byUuid = new HashMap<>();

  DirectDomains(StateDirectory directory, EventSink events) {
    this.directory = directory;
    this.events = events;
  }

  /**
   * The domain of a name and UUID, made where there is none; it does not exist for others until it
   * has a definition or a machine.
   *
   * @param uuid absent for the domain that has the name, or else a new one
   * @throws AlreadyExistsException if another domain has the name or the UUID
   */
  DirectDomain claim(Call call, String name, Optional<UUID> uuid) {
    check(call);
    lock.lock();
    try {
      Optional<DirectDomain> named =
          byUuid.values().stream().filter(domain -> domain.ref().name().equals(name)).findFirst();
      if (named.isPresent()) {
        UUID known = named.get().ref().uuid();
        if (uuid.isPresent() && !uuid.get().equals(known)) {
          throw new AlreadyExistsException(
              call.context(), "the name is taken by the domain of UUID " + known);
        }
        return named.get();
      }
      UUID own = uuid.orElseGet(UUID::randomUUID);
      DirectDomain other = byUuid.get(own);
      if (other != null) {
        throw new AlreadyExistsException(
            call.context(), "the UUID " + own + " is taken by " + other.ref());
      }
      return add(new DomainRef(own, name));
    } finally {
      lock.unlock();
    }
  }

  /** A domain that was found in the directory. */
  DirectDomain add(DomainRef ref) {
    lock.lock();
    try {
      DirectDomain domain =
          new DirectDomain(ref, directory.machine(ref.uuid()), events, this::forget);
      byUuid.put(ref.uuid(), domain);
      return domain;
    } finally {
      lock.unlock();
    }
  }

  /** Nothing is left of a domain, or nothing came of it. */
  void forget(DirectDomain domain) {
    lock.lock();
    try {
      byUuid.remove(domain.ref().uuid(), domain);
    } finally {
      lock.unlock();
    }
  }

  /** All that exist. */
  List<DirectDomain> all() {
    lock.lock();
    try {
      return byUuid.values().stream().filter(DirectDomain::exists).toList();
    } finally {
      lock.unlock();
    }
  }

  Optional<DirectDomain> find(UUID uuid) {
    lock.lock();
    try {
      return Optional.ofNullable(byUuid.get(uuid)).filter(DirectDomain::exists);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public DirectDomain require(DomainCall call) {
    check(call.asCall());
    return find(call.uuid())
        .orElseThrow(
            () -> new NotFoundException(call.context(), "there is no such domain any more"));
  }

  /** Refuses a call that comes too late: after the connection's end, or after its own deadline. */
  void check(Call call) {
    if (closed) {
      throw new ConnectionLostException(call.context(), "the connection was closed");
    }
    if (call.deadline().isPast()) {
      throw new TimedOutException(
          call.context(), "no time was left to begin of " + call.deadline().budget());
    }
  }

  /** Lets go of all machines; they run on. */
  void close() {
    closed = true;
    all().forEach(DirectDomain::close);
  }
}
