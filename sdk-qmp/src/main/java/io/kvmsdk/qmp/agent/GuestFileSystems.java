package io.kvmsdk.qmp.agent;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.qmp.QmpCommand;
import io.kvmsdk.qmp.agent.command.GuestFsfreezeFreeze;
import io.kvmsdk.qmp.agent.command.GuestFsfreezeFreezeList;
import io.kvmsdk.qmp.agent.command.GuestFsfreezeStatus;
import io.kvmsdk.qmp.agent.command.GuestFsfreezeThaw;
import io.kvmsdk.qmp.agent.command.GuestFstrim;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Freezing, thawing and trimming of a guest's file systems; what it has tells {@code
 * GuestGetFsinfo}. Thread-safe. A call takes up to two minutes, for it waits for the guest's disks.
 *
 * @see <a
 *     href="https://www.qemu.org/docs/master/interop/qemu-ga-ref.html#command-QGA-fsfreeze.guest-fsfreeze-freeze">guest-fsfreeze-freeze</a>
 */
public final class GuestFileSystems {

  /**
   * What trimming did.
   *
   * @param trimmed what was given back to the disks, of those that tell
   * @param errors why a file system was not trimmed, by where it is mounted
   */
  public record Trimmed(ByteSize trimmed, Map<String, String> errors) {
    public Trimmed {
      errors = Map.copyOf(errors);
    }
  }

  private final Calls calls;
  private final Freezes freezes;

  GuestFileSystems(Calls calls, Freezes freezes) {
    this.calls = calls;
    this.freezes = freezes;
  }

  /**
   * Freezes all file systems that can be, after the guest has written what it holds for them.
   * Before that the agent runs the guest's hooks, if it was told to.
   *
   * @param atMost after how long a watchdog thaws them if nobody else has, counted from before they
   *     are frozen; more than zero
   * @throws InvalidStateException if they are frozen, by whomever
   * @throws HypervisorException if they cannot be frozen; where they may have been, the watchdog
   *     has thawed them or goes on trying
   */
  public FreezeGuard freeze(Duration atMost) {
    return freeze(atMost, GuestFsfreezeFreeze.INSTANCE);
  }

  /**
   * Freezes some file systems, as {@link #freeze(Duration)} does. QEMU guest agent 2.2 or later.
   *
   * @param mountpoints where they are mounted; others are left alone, and so are those that are not
   *     there
   */
  public FreezeGuard freeze(Duration atMost, List<String> mountpoints) {
    return freeze(atMost, GuestFsfreezeFreezeList.builder().mountpoints(mountpoints).build());
  }

  private FreezeGuard freeze(Duration atMost, QmpCommand<Long> command) {
    if (atMost.isNegative() || atMost.isZero()) {
      throw new IllegalArgumentException("atMost is more than zero: " + atMost);
    }
    Call call = calls.begin("fileSystems.freeze", command.name());
    FreezeGuard guard = FreezeGuard.start(calls, freezes, atMost);
    try {
      guard.frozen(calls.execute(command, call));
      return guard;
    } catch (HypervisorException e) {
      undo(guard, e);
      throw e;
    } catch (RuntimeException | Error e) {
      guard.giveUp();
      throw e;
    }
  }

  /** Thaws what may have been frozen; where that fails the guard goes on watching. */
  private static void undo(FreezeGuard guard, HypervisorException e) {
    if (e.outcome() == Outcome.NOT_APPLIED) {
      guard.giveUp(); // refused, and an agent that fails midway thaws by itself
      return;
    }
    try {
      Calls.despiteInterrupt(() -> guard.thawInPassing("it may not have been frozen at all"));
    } catch (HypervisorException again) {
      e.addSuppressed(again);
    }
  }

  /** Whether the agent has frozen them, for anybody. */
  public boolean areFrozen() {
    Call call = calls.begin("fileSystems.areFrozen", "guest-fsfreeze-status");
    return isFrozen(call);
  }

  private boolean isFrozen(Call call) {
    return calls
        .execute(GuestFsfreezeStatus.INSTANCE, call)
        .equals(io.kvmsdk.qmp.agent.type.GuestFsfreezeStatus.FROZEN);
  }

  /**
   * Thaws what a caller left frozen that was killed, or lost its connection. A service that freezes
   * guests calls it for each of them when it begins.
   *
   * @return whether they were frozen
   */
  public boolean thawIfFrozen() {
    Call call = calls.begin("fileSystems.thawIfFrozen", "guest-fsfreeze-thaw");
    if (!isFrozen(call)) {
      return false;
    }
    Long unused = calls.execute(GuestFsfreezeThaw.INSTANCE, call);
    return true;
  }

  /**
   * Tells the disks which blocks the guest does not use. With much to trim it takes minutes, and
   * the agent does nothing else meanwhile. QEMU guest agent 1.2 or later.
   *
   * @param minimum contiguous free ranges that are smaller are left alone; {@link ByteSize#ZERO}
   *     for all
   */
  public Trimmed trim(ByteSize minimum) {
    Call call = calls.begin("fileSystems.trim", "guest-fstrim");
    var reply = calls.execute(GuestFstrim.builder().minimum(minimum.bytes()).build(), call);
    return Calls.read(
        call,
        () -> {
          long trimmed = 0;
          Map<String, String> errors = new TreeMap<>();
          for (var path : reply.paths()) {
            long bytes = Math.max(0, path.trimmed().orElse(0L));
            trimmed = trimmed > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : trimmed + bytes;
            path.error().ifPresent(error -> errors.put(path.path(), error));
          }
          return new Trimmed(ByteSize.bytes(trimmed), errors);
        });
  }
}
