package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.event.Resync;
import io.kvmsdk.spi.EventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A domain of a state directory: its definition for the next start, and its machine while it runs.
 * Thread-safe; who changes it holds its turn.
 */
final class DirectDomain implements QmpDomain {

  private static final Logger LOG = LoggerFactory.getLogger(DirectDomain.class);

  /** What QEMU may take to be gone after its monitor has closed. */
  private static final Duration DYING = Duration.ofSeconds(5);

  /** What a monitor that did not answer gets to do so, where nobody insists. */
  private static final Duration ASKING_AGAIN = Duration.ofMillis(200);

  /** What clearing up after QEMU may wait for a call that changes the domain. */
  private static final Duration CLEARING = Duration.ofSeconds(30);

  /** What is told of the log of a QEMU that died. */
  private static final int LOG_LINES = 20;

  private final DomainRef ref;
  private final MachineFolder folder;
  private final EventSink events;
  private final Consumer<DirectDomain> forget;
  private final Turn turn = new Turn();
  private final Turn connecting = new Turn();
  private volatile @Nullable DomainDefinition config;
  private volatile @Nullable Running running;
  private volatile Ending lastEnding = Ending.UNKNOWN;
  private volatile boolean forgotten;
  private volatile boolean closed;

  /**
   * A domain.
   *
   * @param forget is told when nothing is left of it
   */
  DirectDomain(
      DomainRef ref, MachineFolder folder, EventSink events, Consumer<DirectDomain> forget) {
    this.ref = ref;
    this.folder = folder;
    this.events = events;
    this.forget = forget;
  }

  @Override
  public DomainRef ref() {
    return ref;
  }

  @Override
  public Turn.Taken take(Call call) {
    Turn.Taken taken = turn.take(call);
    if (forgotten) {
      taken.close();
      throw new NotFoundException(call.context(), "the domain is gone");
    }
    return taken;
  }

  /** Nothing is left of it: whoever waits for its turn comes too late. */
  void forget() {
    forgotten = true;
    forget.accept(this);
  }

  MachineFolder folder() {
    return folder;
  }

  EventSink events() {
    return events;
  }

  @Override
  public Optional<DomainDefinition> config() {
    return Optional.ofNullable(config);
  }

  @Override
  public void saveConfig(Call call, DomainDefinition definition) {
    folder.write(call.context(), MachineFile.DEFINITION, definition.toXml());
    config = definition;
  }

  /** Takes what was read from its folder. */
  void config(@Nullable DomainDefinition definition) {
    config = definition;
  }

  /** What is known of it without asking anybody: of its machine, or else of its next start. */
  Optional<DomainDefinition> known() {
    return running().flatMap(Running::machine).map(Machine::live).or(this::config);
  }

  /** Whether there is anything of it: a definition or a machine. */
  boolean exists() {
    return config != null || running != null;
  }

  Optional<Running> running() {
    return Optional.ofNullable(running);
  }

  void running(@Nullable Running now) {
    running = now;
  }

  /** Why it is off, while it is. */
  Ending lastEnding() {
    return lastEnding;
  }

  void lastEnding(Ending ending) {
    lastEnding = ending;
  }

  /** What it is doing. */
  RunStates state() {
    Running now = running;
    if (now == null) {
      return new RunStates(DomainState.SHUTOFF, lastEnding.state());
    }
    return now.machine().isEmpty() ? RunStates.UNRESPONSIVE : now.state().current();
  }

  @Override
  public Optional<Machine> machine(Call call) {
    Running now = running;
    if (now == null) {
      return Optional.empty();
    }
    Optional<Machine> machine = now.machine();
    return machine.isPresent() ? machine : reconnect(call, now);
  }

  @Override
  public <T> T look(DomainCall call, Function<Optional<Machine>, T> how) {
    Running now = running;
    try {
      return how.apply(machine(call.asCall()));
    } catch (ConnectionLostException e) {
      Call ending = new Call(call.operation(), ref.toString(), call.deadline().atMost(DYING));
      if (now == null || now.awaitEnd(ending).isEmpty()) {
        throw e;
      }
      if (!exists()) {
        throw new NotFoundException(call.context(), "the domain ended with its machine");
      }
      return how.apply(machine(call.asCall()));
    }
  }

  /** The monitor was lost, or did not answer when this connection was made; it may by now. */
  private Optional<Machine> reconnect(Call call, Running now) {
    try (Turn.Taken taken = connecting.take(call)) {
      if (now.machine().isPresent()) {
        return now.machine();
      }
      if (!now.process().isAlive()) {
        end(now);
        return Optional.empty();
      }
      attach(call, now);
      events.publish(new Resync(Instant.now(), ref + ": its monitor answers again"));
      return now.machine();
    }
  }

  /**
   * Connects to the monitor of a machine that runs already.
   *
   * @throws ConnectionLostException if it does not answer
   */
  void attach(Call call, Running now) {
    Machine machine;
    try {
      machine = connect(call, now, liveFromFile(call));
    } catch (ConnectFailedException e) {
      throw new ConnectionLostException(
          call.context(), now.process() + " runs, but its monitor does not answer", e);
    }
    try {
      now.state().found(machine.status(call));
      Policies.adopt(call, now.state(), machine);
      Removed.catchUp(call, machine);
    } catch (HypervisorException e) {
      now.machine(null);
      machine.release();
      throw e;
    }
  }

  /** Whether its monitor does not answer; it is asked once more, but not for long. */
  boolean isUnresponsive(Call call) {
    if (running().filter(now -> now.machine().isEmpty()).isEmpty()) {
      return false;
    }
    try {
      machine(new Call(call.operation(), call.object(), call.deadline().atMost(ASKING_AGAIN)));
      return false;
    } catch (ConnectionLostException | TimedOutException e) {
      return true;
    }
  }

  /** What is known of it while its monitor does not answer. */
  DomainDefinition lastKnown(DomainCall call) {
    return liveFromFile(call.asCall());
  }

  private DomainDefinition liveFromFile(Call call) {
    return folder
        .read(call.context(), MachineFile.LIVE)
        .map(DomainDefinition::fromXml)
        .orElseThrow(() ->
            new ConnectionLostException(
                call.context(), "what its machine is made of is not known: live.xml is gone"));
  }

  /** Connects to the monitor of a machine. */
  Machine connect(Call call, Running now, DomainDefinition live) {
    Monitor monitor =
        Monitor.connect(call, folder.path(MachineFile.QMP_SOCKET), new MachineWatch(this, now));
    Machine machine =
        new Machine(
            ref,
            monitor,
            now.state(),
            QmpAgent.link(folder, live),
            live,
            next -> folder.write(call.context(), MachineFile.LIVE, next.toXml()));
    now.machine(machine);
    return machine;
  }

  /** The monitor is gone, most often with QEMU. */
  void monitorLost(Running now, Monitor monitor, HypervisorException cause) {
    if (closed || now.machine().filter(machine -> machine.monitor() != monitor).isPresent()) {
      return;
    }
    now.machine().ifPresent(Machine::release);
    now.machine(null);
    try {
      if (now.process().awaitEnd(Deadline.after(DYING))) {
        end(now);
      } else {
        LOG.warn("{}: {} runs on without a monitor", ref, now.process(), cause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** QEMU is gone: says so, once, when all is as it is for a machine that is off. */
  void end(Running now) {
    Call call = new Call("domain.end", ref.toString(), Deadline.after(CLEARING));
    if (now.claimEnd()) {
      try (Turn.Taken taken = turn.take(call)) {
        finish(call, now);
      } catch (TimedOutException | CancelledException e) {
        LOG.warn("{}: cleared up while another call was changing it", ref);
        finish(call, now);
      }
    }
  }

  /** The same for a machine that did not get to its start; whoever calls holds the turn. */
  void endOfStart(Call call, Running now) {
    if (now.claimEnd()) {
      finish(call, now);
    }
  }

  private void finish(Call call, Running now) {
    Ending ending = Ending.UNKNOWN;
    try {
      now.machine().ifPresent(Machine::release);
      ending =
          now.state()
              .ended(
                  EndReason.of(call.context(), folder), folder.log(call.context()).last(LOG_LINES));
    } catch (HypervisorException e) {
      LOG.warn("{}: why its machine ended is not known", ref, e);
    }
    lastEnding = ending;
    running = null;
    try {
      clearUp(call, ending);
    } catch (HypervisorException e) {
      LOG.warn("{}: could not clear up after its machine", ref, e);
    } finally {
      now.state().tellEnd(ending);
      now.over(ending);
    }
  }

  /** Its machine had ended before this connection was made. */
  void cleared(Call call, Ending ending) {
    lastEnding = ending;
    clearUp(call, ending);
  }

  private void clearUp(Call call, Ending ending) {
    folder.remove(
        call.context(), MachineFile.QMP_SOCKET, MachineFile.AGENT_SOCKET, MachineFile.PID);
    if (config == null) {
      forget();
      folder.delete(call.context());
    } else {
      folder.write(call.context(), MachineFile.LAST_STATE, ending.toText());
      folder.remove(call.context(), MachineFile.LIVE);
    }
  }

  /** Its machine, whose guest has to be there to be asked. */
  Running requireRunning(DomainCall call) {
    requireMachine(call);
    DomainState now = state().state();
    Running it = running;
    if (it == null || !now.equals(DomainState.RUNNING)) {
      throw new InvalidStateException(call.context(), "running", now.value());
    }
    return it;
  }

  /**
   * Lets go of the machine's sockets; it runs on. On return nothing is being cleared up any more.
   */
  void close() {
    closed = true;
    Running now = running;
    if (now != null) {
      now.abandon();
      now.machine().ifPresent(Machine::release);
    }
    Call closing = new Call("hypervisor.close", ref.toString(), Deadline.after(DYING));
    try (Turn.Taken taken = turn.take(closing)) {
      LOG.debug("{} is let go of", ref);
    } catch (TimedOutException | CancelledException e) {
      LOG.warn("{} is being changed while the connection is closed", ref, e);
    }
  }
}
