package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.qmp.QmpEvent;
import io.kvmsdk.spi.EventSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one domain of a QEMU that somebody else started; gone with its QEMU. Thread-safe. */
final class AttachedDomain implements QmpDomain, QmpDomains {

  private static final Logger LOG = LoggerFactory.getLogger(AttachedDomain.class);

  private static final Duration FOLLOWING = Duration.ofSeconds(20);

  private final DomainRef ref;
  private final Machine machine;
  private final Turn turn = new Turn();
  private final CompletableFuture<Ending> end = new CompletableFuture<>();
  private volatile boolean closed;

  private AttachedDomain(DomainRef ref, Machine machine) {
    this.ref = ref;
    this.machine = machine;
  }

  static AttachedDomain connect(Call call, Path socket, EventSink events) {
    Watch watch = new Watch();
    Monitor monitor = Monitor.connect(call, socket, watch);
    boolean connected = false;
    try {
      AttachedFacts facts = new AttachedFacts(call, monitor);
      DomainRef ref = facts.identity(socket);
      MachineState state = new MachineState(ref, events);
      Machine machine =
          new Machine(ref, monitor, state, Optional.empty(), facts.definition(ref), next -> {});
      AttachedDomain domain = new AttachedDomain(ref, machine);
      state.found(machine.status(call));
      watch.domain.complete(domain);
      connected = true;
      return domain;
    } finally {
      if (!connected) {
        watch.domain.cancel(false);
        monitor.close();
      }
    }
  }

  /** What happens before the domain is known waits for it. */
  private static final class Watch implements Monitor.Observer {
    private final CompletableFuture<AttachedDomain> domain = new CompletableFuture<>();

    @Override
    public void happened(Monitor monitor, QmpEvent event) {
      withDomain(it -> it.happened(event));
    }

    @Override
    public void missed(Monitor monitor) {
      withDomain(it ->
          it.machine
              .state()
              .found(
                  it.machine.status(
                      new Call("resync", it.ref.toString(), Deadline.after(FOLLOWING)))));
    }

    @Override
    public void gone(Monitor monitor, HypervisorException cause) {
      withDomain(it -> it.gone(cause));
    }

    private void withDomain(Consumer<AttachedDomain> what) {
      try {
        what.accept(domain.join());
      } catch (CancellationException e) {
        LOG.debug("no domain came of this connection", e);
      }
    }
  }

  private void happened(QmpEvent event) {
    machine.state().happened(event);
    if (event.name().equals("RESET")) {
      machine.hotPlug().reset();
    }
    if (event.name().equals("DEVICE_DELETED")
        && QmpCpus.isVcpu(event.data().path("device").asText())) {
      QmpCpus.keep(new Call("follow", ref.toString(), Deadline.after(FOLLOWING)), machine);
    }
  }

  private void gone(HypervisorException cause) {
    if (!closed) {
      Ending ending = machine.state().ended(EndReason.KILLED, String.valueOf(cause.getMessage()));
      end.complete(ending);
      machine.state().tellEnd(ending);
    }
  }

  boolean isThere() {
    return !end.isDone();
  }

  /** Refuses a call that comes too late: after the connection's end, or after its own deadline. */
  void check(Call call) {
    if (closed) {
      throw new ConnectionLostException(call.context(), "the connection was closed");
    }
    if (call.deadline().isPast()) {
      throw new TimedOutException(
          call.context(), "no time was left to begin of " + call.deadline().budget());
    }
  }

  @Override
  public AttachedDomain require(DomainCall call) {
    check(call.asCall());
    if (!call.uuid().equals(ref.uuid()) || !isThere()) {
      throw new NotFoundException(call.context(), "there is no such domain, or it has ended");
    }
    return this;
  }

  @Override
  public DomainRef ref() {
    return ref;
  }

  @Override
  public Turn.Taken take(Call call) {
    return turn.take(call);
  }

  Machine machine() {
    return machine;
  }

  @Override
  public Optional<Machine> machine(Call call) {
    return Optional.of(machine);
  }

  @Override
  public Optional<DomainDefinition> config() {
    return Optional.empty();
  }

  @Override
  public void saveConfig(Call call, DomainDefinition definition) {
    throw new InvalidStateException(call.context(), "persistent", "transient");
  }

  /** Waits until QEMU is gone. */
  void awaitEnd(Call call) {
    try {
      end.get(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new TimedOutException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "not done after " + call.deadline().budget() + "; it was asked for and may be done yet",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          call.context().withOutcome(Outcome.UNKNOWN), "interrupted while waiting for its end", e);
    } catch (ExecutionException e) {
      throw new ConnectionLostException(
          call.context().withOutcome(Outcome.UNKNOWN), "this connection was closed", e.getCause());
    }
  }

  void close() {
    closed = true;
    end.completeExceptionally(new IllegalStateException("this connection was closed"));
    machine.release();
  }
}
