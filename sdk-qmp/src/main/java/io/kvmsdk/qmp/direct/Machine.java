package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A QEMU that runs: its monitor, what it is doing, and what it is made of now. Thread-safe. */
final class Machine {

  private final DomainRef domain;
  private final Monitor monitor;
  private final MachineState state;
  private final Optional<AgentLink> agent;
  private final HotPlug hotPlug;
  private final Consumer<DomainDefinition> keep;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile DomainDefinition live;

  /**
   * A machine.
   *
   * @param agent the way to its guest's agent, if it has one
   * @param live what it is made of
   * @param keep takes what it becomes, for whoever finds it again
   */
  Machine(
      DomainRef domain,
      Monitor monitor,
      MachineState state,
      Optional<AgentLink> agent,
      DomainDefinition live,
      Consumer<DomainDefinition> keep) {
    this.domain = domain;
    this.monitor = monitor;
    this.state = state;
    this.agent = agent;
    this.live = live;
    this.keep = keep;
    this.hotPlug = new HotPlug(monitor);
  }

  DomainRef domain() {
    return domain;
  }

  Monitor monitor() {
    return monitor;
  }

  MachineState state() {
    return state;
  }

  Optional<AgentLink> agent() {
    return agent;
  }

  HotPlug hotPlug() {
    return hotPlug;
  }

  /** What it is made of now. */
  DomainDefinition live() {
    return live;
  }

  /** Whether its CPUs are emulated. */
  boolean emulated() {
    return !live.type().equals(VirtType.KVM);
  }

  /** It was changed: so is what is known of it. */
  void changed(UnaryOperator<DomainDefinition> how) {
    lock.lock(); // two changes at once must not undo each other
    try {
      DomainDefinition next = how.apply(live);
      keep.accept(next);
      live = next;
    } finally {
      lock.unlock();
    }
  }

  /** QEMU's word for what it is doing. */
  String status(Call call) {
    return monitor.ask(call, "query-status").path("status").asText();
  }

  /** Lets go of its sockets; QEMU runs on. */
  void release() {
    agent.ifPresent(AgentLink::close);
    monitor.close();
  }
}
