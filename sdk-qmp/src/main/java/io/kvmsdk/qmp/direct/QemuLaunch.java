package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Deadline;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConflictException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.TimedOutException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts a QEMU that outlives this process. QEMU makes itself a daemon and returns when the machine
 * is there and its sockets take connections, or with an error: nothing has to be guessed by
 * waiting.
 *
 * @param call whose deadline it has
 * @param binary which QEMU
 * @param folder the machine's; there already
 */
record QemuLaunch(DomainCall call, Path binary, MachineFolder folder) {

  /** What is shown of the log of a QEMU that did not start. */
  private static final int LOG_LINES = 20;

  /** What cleaning up may take, when the call's own time is over. */
  private static final Duration CLEANING = Duration.ofSeconds(5);

  private static final List<String> ENVIRONMENT = List.of("PATH", "HOME", "TMPDIR");

  /**
   * Starts it. If that fails no process of it is left, and none of its files but the log.
   *
   * @param arguments the machine. Paths are absolute: a daemon's working directory is {@code /}
   */
  QemuProcess start(List<String> arguments) {
    folder.checkSocketPaths(call.context());
    Optional<QemuProcess> running = QemuProcess.find(call.context(), folder);
    if (running.isPresent()) {
      throw new ConflictException(call.context(), running.get() + " runs this machine already");
    }
    removeRemains();
    boolean started = false;
    try {
      QemuProcess qemu = launch(arguments);
      started = true;
      return qemu;
    } finally {
      if (!started) {
        killAll(Deadline.after(CLEANING));
        removeRemains();
      }
    }
  }

  private void removeRemains() {
    folder.remove(
        call.context(), MachineFile.QMP_SOCKET, MachineFile.AGENT_SOCKET, MachineFile.PID);
  }

  private QemuProcess launch(List<String> arguments) {
    Process starter;
    try {
      starter = processBuilder(arguments).start();
    } catch (IOException e) {
      throw new OperationFailedException(
          call.context(), "cannot run QEMU: " + PrivateFiles.reason(e), e);
    }
    try {
      if (!starter.waitFor(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new TimedOutException(
            call.context(),
            "QEMU was not ready within " + call.deadline().budget() + " and was killed" + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          call.context(), "interrupted while QEMU was starting; it was killed", e);
    } finally {
      starter.destroyForcibly();
    }
    if (starter.exitValue() != 0) {
      throw new OperationFailedException(
          call.context(), "QEMU did not start, exit code " + starter.exitValue() + log());
    }
    return QemuProcess.find(call.context(), folder)
        .orElseThrow(() ->
            new OperationFailedException(
                call.context(), "QEMU ended as soon as it had started" + log()));
  }

  private ProcessBuilder processBuilder(List<String> arguments) throws IOException {
    Path log = folder.path(MachineFile.LOG);
    Files.deleteIfExists(log);
    Files.createFile(log, PrivateFiles.FILE);
    List<String> command = new ArrayList<>();
    command.add(binary.toString());
    command.addAll(arguments);
    command.addAll(List.of("-daemonize", "-pidfile", folder.path(MachineFile.PID).toString()));
    // Without -D a daemon's messages go to /dev/null. Relative, because QEMU replaces %d in it.
    command.addAll(List.of("-D", log.getFileName().toString(), "-msg", "timestamp=on"));
    command.addAll(EndReason.QEMU_OPTIONS);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.path().toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    minimal(builder.environment());
    return builder;
  }

  /** Leaves of this process's environment, which may hold secrets, what programs need. */
  static void minimal(Map<String, String> environment) {
    environment.keySet().retainAll(ENVIRONMENT);
    environment.put("LANG", "C");
  }

  private String log() {
    String tail = folder.log(call.context()).last(LOG_LINES);
    return tail.isEmpty() ? "; it said nothing" : "; it said:\n" + tail;
  }

  /**
   * Kills whatever was started for this folder. A daemon on its way may not have written its pid
   * yet and is nobody's child, so it is told by its arguments; one that forks while it is being
   * killed is met in the next round.
   */
  private void killAll(Deadline deadline) {
    boolean interrupted = Thread.interrupted();
    try {
      List<QemuProcess> left = started();
      while (!left.isEmpty() && !deadline.isPast()) {
        for (QemuProcess qemu : left) {
          try {
            qemu.kill(deadline);
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
        left = started();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<QemuProcess> started() {
    List<String> mark = List.of("-pidfile", folder.path(MachineFile.PID).toString());
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> Collections.indexOfSubList(arguments(pid), mark) >= 0)
        .flatMap(pid -> QemuProcess.of(pid).stream())
        .toList();
  }

  private static List<String> arguments(long pid) {
    try (FileInputStream in = new FileInputStream("/proc/" + pid + "/cmdline")) {
      return Arrays.asList(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\0"));
    } catch (IOException e) {
      return List.of();
    }
  }
}
