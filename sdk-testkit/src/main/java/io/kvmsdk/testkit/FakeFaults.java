package io.kvmsdk.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with the calls to a fake hypervisor. Thread-safe.
 *
 * <p>A call is named as errors name it, {@code HypervisorException.operation()}: {@code
 * domain.start}, {@code domain.disk.attach}, {@code domains.define}, ...
 */
public final class FakeFaults {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Deque<FakeFault>> once = new HashMap<>();
  private final Map<String, FakeFault> always = new HashMap<>();

  FakeFaults() {}

  /**
   * The next call of that operation has the fault; calling it again queues up for the one after.
   */
  public void next(String operation, FakeFault fault) {
    lock.lock();
    try {
      once.computeIfAbsent(operation, o -> new ArrayDeque<>()).add(fault);
    } finally {
      lock.unlock();
    }
  }

  /** Each call of that operation has the fault, where no other is queued up. */
  public void always(String operation, FakeFault fault) {
    lock.lock();
    try {
      always.put(operation, fault);
    } finally {
      lock.unlock();
    }
  }

  /** All goes well again. */
  public void clear() {
    lock.lock();
    try {
      once.clear();
      always.clear();
    } finally {
      lock.unlock();
    }
  }

  @Nullable FakeFault take(String operation) {
    lock.lock();
    try {
      Deque<FakeFault> queue = once.get(operation);
      FakeFault fault = queue == null ? null : queue.poll();
      return fault == null ? always.get(operation) : fault;
    } finally {
      lock.unlock();
    }
  }
}
