package io.kvmsdk.libvirt;

import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.definition.DomainDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** The kinds of domains, each asked for once until something happens to the domain. */
final class DomainKinds {

  private static final int CAPACITY = 4096;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<UUID, DomainKind> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, DomainKind> eldest) {
          return size() > CAPACITY;
        }
      };

  /** Counts what happened, so that an answer that was overtaken is not kept. */
  private long changes;

  /** The kind of the call's domain. */
  DomainKind get(DomainCall call, LibvirtCalls calls) {
    long before;
    lock.lock();
    try {
      DomainKind kind = known.get(call.uuid());
      if (kind != null) {
        return kind;
      }
      before = changes;
    } finally {
      lock.unlock();
    }
    String xml = calls.read(call, domain -> domain.xml(NativeDomain.AFFECT_CURRENT));
    DomainKind kind = DomainKind.of(DomainDefinition.fromXml(xml));
    lock.lock();
    try {
      if (changes == before) {
        known.put(call.uuid(), kind);
      }
    } finally {
      lock.unlock();
    }
    return kind;
  }

  /** Forgets a domain that was defined anew, started, stopped, ... */
  void changed(DomainSignal signal) {
    if (signal instanceof DomainSignal.Lifecycle) {
      lock.lock();
      try {
        changes++;
        known.remove(signal.domain().uuid());
      } finally {
        lock.unlock();
      }
    }
  }

  /** Forgets all: events were missed. */
  void clear() {
    lock.lock();
    try {
      changes++;
      known.clear();
    } finally {
      lock.unlock();
    }
  }
}
