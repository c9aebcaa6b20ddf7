package io.kvmsdk.testkit;

import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.DomainInfo;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.StateReason;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.DomainRebootEvent;
import io.kvmsdk.event.LifecycleKind;
import io.kvmsdk.event.LifecycleReason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One domain: its definition, its machine when it runs, its state and what it tells of that. All
 * but {@link #monitor}, {@link #ref} and {@link #agent} are called within the monitor.
 */
final class FakeDomain {

  private final FakeHost host;
  private final DomainRef ref;
  private final FakeMonitor monitor = new FakeMonitor();

  private @Nullable DomainDefinition config;
  private @Nullable FakeMachine machine;
  private DomainState state = DomainState.SHUTOFF;
  private StateReason reason = StateReason.UNKNOWN;
  private Optional<String> detail = Optional.empty();
  private boolean autostart;
  private boolean gone;

  FakeDomain(FakeHost host, DomainRef ref) {
    this.host = host;
    this.ref = ref;
  }

  DomainRef ref() {
    return ref;
  }

  FakeMonitor monitor() {
    return monitor;
  }

  /** Runs something on a domain that is still there. */
  <T> T get(FakeCall call, Supplier<T> action) {
    return monitor.get(() -> {
      if (gone) {
        throw new NotFoundException(call.context(), "the domain is gone");
      }
      return action.get();
    });
  }

  boolean runs(FakeMachine candidate) {
    return machine == candidate;
  }

  boolean isGone() {
    return gone;
  }

  boolean isActive() {
    return machine != null;
  }

  boolean isPersistent() {
    return config != null;
  }

  /** The machine of a domain that has to run. */
  FakeMachine requireMachine(FakeCall call) {
    if (machine == null) {
      throw new InvalidStateException(call.context(), "running", state.value());
    }
    return machine;
  }

  /** The machine of a domain that a test makes do something. */
  FakeMachine machineInTest() {
    if (machine == null) {
      throw new IllegalStateException(ref + " does not run");
    }
    return machine;
  }

  /** The machine of a domain whose guest has to run, not only its machine. */
  FakeMachine requireRunning(FakeCall call) {
    FakeMachine running = requireMachine(call);
    if (running.paused()) {
      throw new InvalidStateException(call.context(), "running", state.value());
    }
    return running;
  }

  /** The definition of a domain that has to be persistent. */
  DomainDefinition requireConfig(FakeCall call) {
    if (config == null) {
      throw new InvalidStateException(
          call.context(), "persistent", "transient, it has no definition for a next start");
    }
    return config;
  }

  DomainDefinition definition(FakeCall call) {
    return machine == null ? requireConfig(call) : machine.definition();
  }

  boolean hasBalloon() {
    return monitor.get(() -> {
      DomainDefinition definition = machine == null ? config : machine.definition();
      return definition == null || Definitions.hasBalloon(definition);
    });
  }

  void define(DomainDefinition definition) {
    LifecycleReason why = config == null ? LifecycleReason.ADDED : LifecycleReason.UPDATED;
    config = definition;
    tell(LifecycleKind.DEFINED, why);
  }

  /** Replaces the definition for the next start; no event tells of that. */
  void configure(DomainDefinition definition) {
    config = definition;
  }

  void undefine(FakeCall call) {
    requireConfig(call);
    config = null;
    autostart = false;
    tell(LifecycleKind.UNDEFINED, LifecycleReason.REMOVED);
    vanishIfNothingIsLeft();
  }

  void start(FakeMachine started, boolean paused) {
    machine = started;
    become(DomainState.RUNNING, StateReason.BOOTED);
    tell(LifecycleKind.STARTED, LifecycleReason.BOOTED);
    if (paused) {
      become(DomainState.PAUSED, StateReason.USER);
      tell(LifecycleKind.SUSPENDED, LifecycleReason.PAUSED);
    }
    started.start(paused);
  }

  void suspend(FakeCall call) {
    FakeMachine running = requireMachine(call);
    if (!running.paused()) {
      running.pause();
      become(DomainState.PAUSED, StateReason.USER);
      tell(LifecycleKind.SUSPENDED, LifecycleReason.PAUSED);
    }
  }

  void resume(FakeCall call) {
    FakeMachine paused = requireMachine(call);
    if (paused.paused()) {
      become(DomainState.RUNNING, StateReason.UNPAUSED);
      tell(LifecycleKind.RESUMED, LifecycleReason.UNPAUSED);
      paused.resume();
    }
  }

  /** The machine is to begin anew: it does, unless its definition says otherwise. */
  void reset(FakeMachine running) {
    if (Definitions.endsOnReboot(running.definition())) {
      endAfterShutdown();
    } else {
      beginAnew(running);
    }
  }

  /** The guest has shut itself down: the machine ends, unless its definition says otherwise. */
  void guestShutDown(FakeMachine running) {
    if (Definitions.restartsOnPoweroff(running.definition())) {
      beginAnew(running);
    } else {
      endAfterShutdown();
    }
  }

  private void beginAnew(FakeMachine running) {
    running.reset();
    host.publish(new DomainRebootEvent(host.clock().now(), ref));
  }

  private void endAfterShutdown() {
    become(DomainState.SHUTDOWN, StateReason.SHUTDOWN);
    tell(LifecycleKind.SHUTDOWN, LifecycleReason.GUEST);
    stop(StateReason.SHUTDOWN, LifecycleReason.SHUTDOWN, Optional.empty());
  }

  void stop(StateReason why, LifecycleReason told, Optional<String> more) {
    machine = null;
    become(DomainState.SHUTOFF, why);
    detail = more;
    host.publish(
        new DomainLifecycleEvent(host.clock().now(), ref, LifecycleKind.STOPPED, told, more));
    vanishIfNothingIsLeft();
  }

  private void vanishIfNothingIsLeft() {
    if (config == null && machine == null) {
      gone = true;
      host.remove(this);
    }
  }

  private void become(DomainState newState, StateReason why) {
    state = newState;
    reason = why;
    detail = Optional.empty();
  }

  private void tell(LifecycleKind kind, LifecycleReason why) {
    host.publish(new DomainLifecycleEvent(host.clock().now(), ref, kind, why));
  }

  DomainInfo info(FakeCall call) {
    DomainDefinition definition = definition(call);
    return new DomainInfo(
        ref,
        state,
        reason,
        detail,
        Definitions.memory(definition),
        machine == null ? Definitions.currentMemory(definition) : machine.balloon(),
        Definitions.onlineCpus(definition),
        machine == null ? Duration.ZERO : machine.cpuTime(),
        config != null);
  }

  boolean autostart(FakeCall call) {
    requireConfig(call);
    return autostart;
  }

  void setAutostart(FakeCall call, boolean value) {
    requireConfig(call);
    autostart = value;
  }

  /** Talks to the agent; waits for one that is hung, as long as the call may. */
  String agent(FakeCall call, String command) {
    return get(
        call,
        () -> {
          FakeMachine running = requireMachine(call);
          FakeGuest.Agent agent = running.os().agent();
          if (!Definitions.hasAgentChannel(running.definition())) {
            throw new AgentUnavailableException(
                call.context(), "the machine has no channel named org.qemu.guest_agent.0");
          }
          if (agent == FakeGuest.Agent.ABSENT || !running.os().isUp()) {
            throw new AgentUnavailableException(call.context(), "no agent runs in the guest");
          }
          boolean answers =
              monitor.await(
                  call,
                  () ->
                      !runs(running)
                          || (running.os().agent() == FakeGuest.Agent.ANSWERS
                              && !running.paused()));
          if (!answers || !runs(running)) {
            throw new AgentUnavailableException(
                call.context().withOutcome(Outcome.UNKNOWN),
                answers ? "the machine stopped" : "the agent did not answer in time");
          }
          return new FakeAgentCommands(this, running).execute(call, command);
        });
  }
}
