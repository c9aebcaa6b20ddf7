package io.kvmsdk.qmp;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one connection that are not answered yet, by their ids.
 *
 * <p>An id is used again after its reply has come and some others have had their turn, so that ids
 * stay short: QEMU reads a monitor one byte after the other, at some microseconds each. One whose
 * reply nobody waits for any more is never used again, so that a late reply is not mistaken for
 * another's.
 */
final class InFlight {

  /** How many take turns at least; as many as have one digit. */
  private static final int TURNS = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Integer, Pending> commands = new HashMap<>();
  private final Map<Integer, Semaphore> abandoned = new HashMap<>(); // those that hold a slot
  private final ArrayDeque<Integer> free = new ArrayDeque<>();
  private int next;

  /** Takes a command in; its id. */
  int add(Pending command) {
    lock.lock();
    try {
      Integer used = next < TURNS ? null : free.pollFirst();
      int id = used != null ? used : next++;
      commands.put(id, command);
      return id;
    } finally {
      lock.unlock();
    }
  }

  /** The command that a reply answers, or null if nobody waits for it. */
  @Nullable Pending answered(int id) {
    lock.lock();
    try {
      Pending command = commands.remove(id);
      if (command != null) {
        free.addLast(id);
        command.releaseSlot();
        return command;
      }
      Semaphore slot = abandoned.remove(id);
      if (slot != null) {
        slot.release();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Nobody waits any more.
   *
   * @param sent whether a reply may still come; it keeps a slot of QEMU's queue until then
   */
  void forget(int id, Pending command, boolean sent) {
    lock.lock();
    try {
      if (!commands.remove(id, command)) {
        return; // it was answered
      }
      if (!sent) {
        free.addLast(id);
        command.releaseSlot();
      } else if (command.slot() != null) {
        abandoned.put(id, command.slot());
      }
    } finally {
      lock.unlock();
    }
  }

  /** No reply comes any more. */
  void lost(Throwable cause) {
    List<Pending> all;
    lock.lock();
    try {
      all = List.copyOf(commands.values());
      commands.clear();
      abandoned.values().forEach(Semaphore::release);
      abandoned.clear();
    } finally {
      lock.unlock();
    }
    all.forEach(command -> {
      command.releaseSlot();
      command.lost(cause);
    });
  }

  /** How many commands wait for a reply. */
  int waiting() {
    lock.lock();
    try {
      return commands.size();
    } finally {
      lock.unlock();
    }
  }
}
