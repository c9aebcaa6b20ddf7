package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.StartMode;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.OperationFailedException;
import java.time.Duration;

/** Makes a QEMU out of a definition. */
final class Starter {

  /** What killing a QEMU that did not get to its start may take. */
  private static final Duration KILLING = Duration.ofSeconds(10);

  private final Binaries binaries;

  Starter(Binaries binaries) {
    this.binaries = binaries;
  }

  /** Refuses what cannot be had, as far as it can be told without QEMU. */
  void check(DomainDefinition definition) {
    LiveDefinition.of(definition);
  }

  /**
   * Starts a domain's machine. A failure leaves neither a process nor a file of it behind but its
   * log; whoever calls holds the domain's turn.
   */
  void start(DomainCall call, DirectDomain domain, DomainDefinition definition, StartMode mode) {
    DomainDefinition live = LiveDefinition.of(definition);
    QemuBinary binary = binaries.of(call.asCall(), live);
    QemuCapabilities qemu = binary.capabilities(call.asCall());
    CommandLine line = CommandLine.of(live, qemu, domain.folder());
    domain.folder().write(call.context(), MachineFile.LIVE, line.live().toXml());
    QemuProcess process = launch(call, domain, binary, line);
    Running running = new Running(process, new MachineState(domain.ref(), domain.events()));
    boolean started = false;
    try {
      run(call.asCall(), domain, running, line, mode);
      started = true;
    } finally {
      if (!started) {
        giveUp(call, domain, running);
      }
    }
  }

  private static QemuProcess launch(
      DomainCall call, DirectDomain domain, QemuBinary binary, CommandLine line) {
    boolean launched = false;
    try {
      QemuProcess process =
          new QemuLaunch(call, binary.path(), domain.folder()).start(line.arguments());
      launched = true;
      return process;
    } finally {
      if (!launched) {
        domain.folder().remove(call.context(), MachineFile.LIVE);
      }
    }
  }

  private static void run(
      Call call, DirectDomain domain, Running running, CommandLine line, StartMode mode) {
    Machine machine = domain.connect(call, running, line.live());
    Policies.arm(running.state(), line.live());
    line.prepare(call, machine.monitor());
    domain.running(running);
    if (!running.state().started(mode)) {
      throw new OperationFailedException(
          call.context(),
          "QEMU ended as soon as it had started:\n" + domain.folder().log(call.context()).last(20));
    }
    if (mode == StartMode.RUNNING) {
      machine.monitor().ask(call, "cont");
    }
  }

  private static void giveUp(DomainCall call, DirectDomain domain, Running running) {
    try {
      running.process().kill(Deadline.after(KILLING));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    domain.endOfStart(call.asCall(), running);
  }
}
