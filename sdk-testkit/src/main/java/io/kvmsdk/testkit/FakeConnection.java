package io.kvmsdk.testkit;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.FeatureProbe;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.DomainBackends;
import io.kvmsdk.domain.LifecycleBackend;
import io.kvmsdk.domain.agent.AgentBackend;
import io.kvmsdk.domain.cpu.CpuBackend;
import io.kvmsdk.domain.disk.DiskBackend;
import io.kvmsdk.domain.memory.MemoryBackend;
import io.kvmsdk.domain.network.InterfaceBackend;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.Resync;
import io.kvmsdk.host.HostCapabilities;
import io.kvmsdk.host.HypervisorVersion;
import io.kvmsdk.spi.EventSink;
import io.kvmsdk.spi.HypervisorBackend;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One open connection to a fake host: where faults strike, and which a test can break. */
final class FakeConnection implements HypervisorBackend, DomainBackends {

  private final FakeHost host;
  private final EventSink events;
  private final FakeMonitor monitor = new FakeMonitor();

  /** Counted up each time that the connection breaks. */
  private final AtomicInteger epoch = new AtomicInteger();

  private volatile boolean up = true;
  private volatile boolean closed;
  private volatile String whyLost = "";

  FakeConnection(FakeHost host, EventSink events) {
    this.host = host;
    this.events = events;
  }

  FakeHost host() {
    return host;
  }

  FakeMonitor monitor() {
    return monitor;
  }

  int epoch() {
    return epoch.get();
  }

  boolean isOpen(int since) {
    return up && !closed && epoch.get() == since;
  }

  String whyLost() {
    return closed ? "the connection was closed" : whyLost;
  }

  void deliver(Event event) {
    if (up && !closed) {
      events.publish(event);
    }
  }

  /** Makes a call that faults may strike. */
  <T> T call(Call call, Function<FakeCall, T> body) {
    return run(call, host.faults().take(call.operation()), body);
  }

  /** {@link #call} about a domain. */
  <T> T call(DomainCall call, BiFunction<FakeCall, FakeDomain, T> body) {
    return call(call.asCall(), c -> body.apply(c, host.require(c, call.uuid())));
  }

  /** Asks something as part of a call that has not begun for the other side. */
  <T> T ask(DomainCall call, BiFunction<FakeCall, FakeDomain, T> body) {
    return run(call.asCall(), null, c -> body.apply(c, host.require(c, call.uuid())));
  }

  private <T> T run(Call origin, @Nullable FakeFault fault, Function<FakeCall, T> body) {
    FakeCall call = new FakeCall(origin, this);
    call.requireConnection(Outcome.NOT_APPLIED);
    call.requireTime();
    if (fault != null) {
      fault.strike(call, false);
    }
    T result = body.apply(call);
    if (fault != null) {
      fault.strike(call, true);
    }
    return result;
  }

  /** Breaks the connection: calls that wait fail, and it is there again after the outage. */
  void lose(String cause, Duration outage) {
    monitor.run(() -> {
      whyLost = cause;
      up = false;
      epoch.incrementAndGet();
    });
    host.wakeAll();
    if (outage.isZero()) {
      recover(cause);
    } else {
      host.clock().schedule(outage, () -> recover(cause));
    }
  }

  private void recover(String cause) {
    monitor.run(() -> {
      if (!up && !closed) {
        up = true;
        events.publish(new Resync(host.clock().now(), cause));
      }
    });
  }

  @Override
  public HypervisorVersion version(Call call) {
    return call(call, c -> host.version());
  }

  @Override
  public HostCapabilities capabilities(Call call) {
    return call(call, c -> host.capabilities());
  }

  @Override
  public Support support(Feature feature) {
    return host.support(feature);
  }

  @Override
  public DomainBackends domains() {
    return this;
  }

  @Override
  public FeatureProbe probe() {
    return (call, feature) -> host.support(feature, call.uuid());
  }

  @Override
  public LifecycleBackend lifecycle() {
    return new FakeLifecycle(this);
  }

  @Override
  public CpuBackend cpus() {
    return new FakeCpus(this);
  }

  @Override
  public MemoryBackend memory() {
    return new FakeMemory(this);
  }

  @Override
  public DiskBackend disks() {
    return new FakeDisks(this);
  }

  @Override
  public InterfaceBackend interfaces() {
    return new FakeInterfaces(this);
  }

  @Override
  public AgentBackend agent() {
    return (call, command) -> call(call, (c, domain) -> domain.agent(c, command));
  }

  @Override
  public void close() {
    closed = true;
    host.forget(this);
    monitor.wake();
    host.wakeAll();
  }
}
