package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Deadline;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A QEMU that runs, or ran, for a machine's folder; not a child of this process, which it outlives.
 * Thread-safe.
 */
final class QemuProcess {

  /** What QEMU is given to write its disks' caches and go, before it is killed. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final long SHORTEST_NAP = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long LONGEST_NAP = TimeUnit.MILLISECONDS.toNanos(50);

  private final long pid;
  private final long startTicks;

  private QemuProcess(long pid, long startTicks) {
    this.pid = pid;
    this.startTicks = startTicks;
  }

  /**
   * The QEMU that runs for a folder, whoever started it; empty where none does, also if the pid
   * that the folder remembers is another process's by now. Must not be asked while one is being
   * started.
   */
  static Optional<QemuProcess> find(ErrorContext context, MachineFolder folder) {
    Path file = folder.path(MachineFile.PID);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      // QEMU locks its pid file for as long as it lives, whatever became of its number.
      if (channel.tryLock() != null) {
        return Optional.empty();
      }
      return folder.read(context, MachineFile.PID).flatMap(pid -> ofPid(context, file, pid));
    } catch (NoSuchFileException | OverlappingFileLockException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw PrivateFiles.failure(context, "cannot tell from " + file + " whether QEMU runs", e);
    }
  }

  private static Optional<QemuProcess> ofPid(ErrorContext context, Path file, String text) {
    try {
      return of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      throw new OperationFailedException(
          context, file + " is damaged: it says '" + LogTail.clean(text) + "', not a pid", e);
    }
  }

  /** The process that has this pid now. */
  static Optional<QemuProcess> of(long pid) {
    return ProcStat.of(pid)
        .filter(ProcStat::isAlive)
        .map(stat -> new QemuProcess(pid, stat.startTicks()));
  }

  long pid() {
    return pid;
  }

  boolean isAlive() {
    return ProcStat.of(pid)
        .filter(stat -> stat.startTicks() == startTicks && stat.isAlive())
        .isPresent();
  }

  /**
   * Ends it: asks it to go, and kills it if it does not within ten seconds or half of the time that
   * is left.
   *
   * @throws TimedOutException if it is still there at the deadline, as one is that waits for a disk
   *     in the kernel; it goes when that lets it
   */
  void end(DomainCall call) {
    long half = Math.max(1, call.deadline().remainingNanos() / 2);
    Duration grace = Duration.ofNanos(Math.min(half, GRACE.toNanos()));
    try {
      signal(false);
      if (!awaitEnd(Deadline.after(grace))) {
        kill(call.deadline());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "interrupted while waiting for QEMU's end (pid " + pid + ")",
          e);
    }
    if (isAlive()) {
      throw new TimedOutException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "QEMU (pid "
              + pid
              + ") was killed and is still there after "
              + call.deadline().budget()
              + "; it waits in the kernel, for a disk or a network file system that does not answer");
    }
  }

  /** Kills it and waits until it is gone. */
  boolean kill(Deadline deadline) throws InterruptedException {
    signal(true);
    return awaitEnd(deadline);
  }

  private void signal(boolean kill) {
    Optional<ProcessHandle> handle = ProcessHandle.of(pid);
    // Asked after the handle was made: from here on a reused pid is not this handle's.
    if (handle.isPresent() && isAlive()) {
      if (kill) {
        handle.get().destroyForcibly();
      } else {
        handle.get().destroy();
      }
    }
  }

  /** Waits until it is gone; false if it is still there at the deadline. */
  boolean awaitEnd(Deadline deadline) throws InterruptedException {
    // It is no child of ours, so nothing tells; its monitor's end of file, which comes first, is
    // what tells those who do not wait.
    long nap = SHORTEST_NAP;
    while (isAlive()) {
      long left = deadline.remainingNanos();
      if (left == 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(Math.min(nap, left));
      nap = Math.min(nap * 2, LONGEST_NAP);
    }
    return true;
  }

  @Override
  public String toString() {
    return "QEMU (pid " + pid + ")";
  }
}
