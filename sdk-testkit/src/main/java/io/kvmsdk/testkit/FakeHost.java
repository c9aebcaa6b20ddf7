package io.kvmsdk.testkit;

import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.DomainFeatures;
import io.kvmsdk.domain.agent.AgentFeatures;
import io.kvmsdk.domain.cpu.CpuFeatures;
import io.kvmsdk.domain.disk.DiskFeatures;
import io.kvmsdk.domain.memory.MemoryFeatures;
import io.kvmsdk.domain.network.InterfaceFeatures;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.event.Event;
import io.kvmsdk.host.GuestSupport;
import io.kvmsdk.host.HostCapabilities;
import io.kvmsdk.host.HypervisorVersion;
import io.kvmsdk.host.Version;
import io.kvmsdk.spi.EventSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The host behind a {@link FakeHypervisor}: its domains and who is connected.
 *
 * <p>Locks: {@link #registry} before a domain's, never the other way round; events are published
 * under the lock of their domain, so that they keep its order.
 */
final class FakeHost {

  /** Kept in this one place: a feature that the fake does not know cannot be had. */
  private static final Set<Feature> FEATURES =
      Set.of(
          DomainFeatures.DEFINE,
          DomainFeatures.CREATE_TRANSIENT,
          DomainFeatures.START,
          DomainFeatures.START_PAUSED,
          DomainFeatures.SUSPEND,
          DomainFeatures.SHUTDOWN_ACPI,
          DomainFeatures.SHUTDOWN_AGENT,
          DomainFeatures.REBOOT_ACPI,
          DomainFeatures.REBOOT_AGENT,
          DomainFeatures.RESET,
          DomainFeatures.AUTOSTART,
          AgentFeatures.COMMAND,
          CpuFeatures.HOT_ADD,
          CpuFeatures.HOT_REMOVE,
          CpuFeatures.CONFIG,
          MemoryFeatures.BALLOON,
          MemoryFeatures.CONFIG,
          DiskFeatures.HOT_ATTACH,
          DiskFeatures.HOT_DETACH,
          DiskFeatures.THROTTLE,
          DiskFeatures.CONFIG,
          InterfaceFeatures.HOT_ATTACH,
          InterfaceFeatures.HOT_DETACH,
          InterfaceFeatures.CONFIG);

  private static final List<String> MACHINES = List.of("q35", "pc", "microvm");

  private final FakeSettings settings;
  private final FakeFaults faults = new FakeFaults();

  /** Held while a name or UUID is given to a domain, so that no other gets it. */
  private final FakeMonitor registry = new FakeMonitor();

  private final Map<UUID, FakeDomain> domains = new ConcurrentHashMap<>();
  private final Map<String, FakeGuest> guests = new ConcurrentHashMap<>();
  private final List<FakeConnection> connections = new CopyOnWriteArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();
  private volatile boolean up = true;

  FakeHost(FakeSettings settings) {
    this.settings = settings;
  }

  FakeSettings settings() {
    return settings;
  }

  FakeClock clock() {
    return settings.clock();
  }

  FakeFaults faults() {
    return faults;
  }

  FakeGuest guest(String name) {
    return guests.computeIfAbsent(name, n -> new FakeGuest());
  }

  FakeConnection connect(String uri, EventSink events) {
    FakeConnection connection = new FakeConnection(this, events);
    connections.add(connection);
    if (!up) {
      connection.close();
      throw new ConnectFailedException(
          ErrorContext.of("hypervisor.connect", "'" + uri + "'"),
          "the fake's daemon is restarting");
    }
    return connection;
  }

  void forget(FakeConnection connection) {
    connections.remove(connection);
  }

  /** Restarts what answers; machines run on. */
  void restart(Duration outage) {
    up = false;
    connections.forEach(c -> c.lose("the fake's daemon was restarted", outage));
    if (outage.isZero()) {
      up = true;
    } else {
      clock().schedule(outage, () -> up = true);
    }
  }

  /** The number of the next machine that starts. */
  int nextId() {
    return ids.incrementAndGet();
  }

  void publish(Event event) {
    connections.forEach(c -> c.deliver(event));
  }

  void wakeAll() {
    domains.values().forEach(d -> d.monitor().wake());
  }

  HypervisorVersion version() {
    return new HypervisorVersion(
        "fake", "FAKE", Optional.of(new Version(1, 0, 0)), Optional.empty());
  }

  HostCapabilities capabilities() {
    List<GuestSupport> kinds = new ArrayList<>();
    for (String type : List.of("kvm", "qemu", "test")) {
      kinds.add(new GuestSupport("x86_64", type, Optional.empty(), MACHINES));
    }
    return new HostCapabilities("x86_64", settings.cpus(), settings.memory(), kinds);
  }

  Support support(Feature feature) {
    Support.No missing = settings.missing().get(feature);
    if (missing != null) {
      return missing;
    }
    return FEATURES.contains(feature)
        ? Support.YES
        : Support.no("the fake does not simulate it", "test it on a real hypervisor");
  }

  Support support(Feature feature, UUID uuid) {
    FakeDomain domain = domains.get(uuid);
    Support general = support(feature);
    if (domain == null || !general.isYes() || !feature.equals(MemoryFeatures.BALLOON)) {
      return general;
    }
    return domain.hasBalloon()
        ? Support.YES
        : Support.no("the machine has no balloon", "give the definition a virtio memballoon");
  }

  Collection<FakeDomain> all() {
    return domains.values();
  }

  Optional<FakeDomain> find(UUID uuid) {
    return Optional.ofNullable(domains.get(uuid));
  }

  Optional<FakeDomain> find(String name) {
    return domains.values().stream().filter(d -> d.ref().name().equals(name)).findFirst();
  }

  FakeDomain require(FakeCall call, UUID uuid) {
    FakeDomain domain = domains.get(uuid);
    if (domain == null) {
      throw new NotFoundException(call.context(), "there is no domain of UUID " + uuid);
    }
    return domain;
  }

  /** Runs something while nobody else gives a name or UUID to a domain. */
  <T> T register(Supplier<T> action) {
    return registry.get(action);
  }

  void add(FakeDomain domain) {
    domains.put(domain.ref().uuid(), domain);
  }

  void remove(FakeDomain domain) {
    domains.remove(domain.ref().uuid(), domain);
  }
}
