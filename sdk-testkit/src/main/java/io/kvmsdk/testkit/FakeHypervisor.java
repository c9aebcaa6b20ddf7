package io.kvmsdk.testkit;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.StateReason;
import io.kvmsdk.event.LifecycleReason;
import io.kvmsdk.spi.EventSink;
import io.kvmsdk.spi.HypervisorBackend;
import io.kvmsdk.spi.HypervisorProvider;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A host with a hypervisor that runs nothing and behaves as if it did: for the tests of programs
 * that use this SDK. Thread-safe; needs no close.
 *
 * <pre>{@code
 * FakeHypervisor fake = new FakeHypervisor();
 * fake.guest("web-1").ignorePowerButton();
 * fake.faults().next("domain.disk.attach", FakeFault.connectionLostAfter());
 * try (Hypervisor kvm = fake.connect()) {
 *   ... the code under test ...
 *   fake.kill("web-1");
 * }
 * }</pre>
 *
 * <p>Domains go through libvirt's states, for its reasons, with its events in its order. A guest
 * boots, sees vCPUs, disks and interfaces come and go, gives memory to its balloon, lets go of
 * devices when it gets to it, reads and writes as fast as its disks' limits let it, obeys the power
 * button, answers its agent, and says on serial ports that write to a file what {@link TinyGuest}
 * would. A test scripts {@linkplain #guest how a guest behaves}, {@linkplain #faults what goes
 * wrong}, and {@linkplain Builder#clock time}. Errors are those of the real backends by type,
 * outcome and, where they state one, path; their texts are the fake's own. It passes the same
 * contract suite as the real backends do.
 *
 * <p>What it does not do:
 *
 * <ul>
 *   <li>No guest code runs: a kernel, a firmware or an image is never executed; of an image nothing
 *       is read but its size.
 *   <li>No network: an interface is plugged and seen, and carries nothing.
 *   <li>A definition is checked for what the model refuses, for targets used twice and for its kind
 *       of virtualisation; not for what one QEMU or libvirt would refuse. PCI addresses are not
 *       given out: there is a number of slots.
 *   <li>Guests do not panic, so that {@code on_crash} never matters. {@code on_poweroff} of {@code
 *       restart} and {@code on_reboot} of {@code destroy} are obeyed; any other action is taken for
 *       the default.
 *   <li>Nothing outlives the JVM; {@code autostart} is kept, and no host boots to act on it.
 *   <li>No access control.
 * </ul>
 */
public final class FakeHypervisor {

  private static final Map<String, FakeHypervisor> BY_URI = new ConcurrentHashMap<>();

  private final FakeHost host;

  /** A host with 8 CPUs, 16 GiB, and guests that boot in 0.3 s of real time. */
  public FakeHypervisor() {
    this(new Builder());
  }

  private FakeHypervisor(Builder builder) {
    host = new FakeHost(builder.settings());
  }

  /** Makes a host of another kind. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The host that {@code Hypervisor.connect(uri)} reaches, made now if it was not there.
   *
   * @param uri {@code fake:///NAME}; the name may be empty
   */
  public static FakeHypervisor at(String uri) {
    if (!uri.startsWith(FakeProvider.SCHEME)) {
      throw new IllegalArgumentException(
          "'" + uri + "' is not a fake's URI; expected fake:///NAME");
    }
    return BY_URI.computeIfAbsent(uri, u -> new FakeHypervisor());
  }

  /** {@link #connect(ConnectOptions)} with {@link ConnectOptions#DEFAULT}. */
  public Hypervisor connect() {
    return connect(ConnectOptions.DEFAULT);
  }

  /** A connection to this host; several may be open at once. */
  public Hypervisor connect(ConnectOptions options) {
    return Hypervisor.connect(new Door(host), FakeProvider.SCHEME, options);
  }

  /** How the guest of the domain of that name behaves, whether the domain is there or not. */
  public FakeGuest guest(String name) {
    return host.guest(name);
  }

  /**
   * What the guest of a domain that is there does with one of its disks.
   *
   * @param name the domain's name
   * @param target the disk's target, such as {@code vda}
   */
  public FakeDisk disk(String name, String target) {
    return new FakeDisk(domain(name), target);
  }

  /** What goes wrong with calls. */
  public FakeFaults faults() {
    return host.faults();
  }

  /**
   * Ends the process that runs a domain, as {@code kill -9} does.
   *
   * @throws IllegalStateException if no such domain runs
   */
  public void kill(String name) {
    FakeDomain domain = domain(name);
    domain
        .monitor()
        .run(() -> {
          domain.machineInTest();
          domain.stop(
              StateReason.CRASHED,
              LifecycleReason.CRASHED,
              Optional.of("the fake's process was ended by signal 9"));
        });
  }

  /** {@link #restart(Duration)} in no time. */
  public void restart() {
    restart(Duration.ZERO);
  }

  /**
   * Restarts the daemon that answers: machines run on; connections are lost, calls that wait fail,
   * and after the outage connections are there again and tell a {@code Resync}.
   *
   * @param outage how long nobody answers, on this host's clock
   */
  public void restart(Duration outage) {
    host.restart(outage);
  }

  private FakeDomain domain(String name) {
    return host.find(name)
        .orElseThrow(() -> new IllegalStateException("there is no domain " + name));
  }

  FakeHost host() {
    return host;
  }

  /** Leads to one host, whatever the URI. */
  private record Door(FakeHost host) implements HypervisorProvider {

    @Override
    public String name() {
      return "fake";
    }

    @Override
    public boolean accepts(String uri) {
      return uri.startsWith(FakeProvider.SCHEME);
    }

    @Override
    public HypervisorBackend connect(String uri, ConnectOptions options, EventSink events) {
      return host.connect(uri, events);
    }
  }

  /** Makes a host. */
  public static final class Builder {

    private FakeClock clock = FakeClock.real();
    private int cpus = 8;
    private ByteSize memory = ByteSize.gibibytes(16);
    private Duration bootTime = Duration.ofMillis(300);
    private Duration reactionTime = Duration.ofMillis(20);
    private int slots = 16;
    private boolean requiresImages = true;
    private final Map<Feature, Support.No> missing = new HashMap<>();

    private Builder() {}

    /** In which time it lives; real time by default. */
    public Builder clock(FakeClock value) {
      clock = value;
      return this;
    }

    /** How many CPUs the host has; 8 by default. */
    public Builder cpus(int value) {
      cpus = value;
      return this;
    }

    /** How much memory the host has; 16 GiB by default. */
    public Builder memory(ByteSize value) {
      memory = value;
      return this;
    }

    /** How long a guest takes to boot; 0.3 s by default. */
    public Builder bootTime(Duration value) {
      bootTime = value;
      return this;
    }

    /** How long a guest takes to notice or do something; 20 ms by default. */
    public Builder reactionTime(Duration value) {
      reactionTime = value;
      return this;
    }

    /** How many disks and interfaces a running machine can hold together; 16 by default. */
    public Builder slots(int value) {
      slots = value;
      return this;
    }

    /** Images of disks need not be there; such disks are empty. */
    public Builder withoutImages() {
      requiresImages = false;
      return this;
    }

    /** A feature that this host lacks, for tests of what a program does without it. */
    public Builder without(Feature feature, String reason, String remedy) {
      missing.put(feature, new Support.No(reason, remedy));
      return this;
    }

    /** The host. */
    public FakeHypervisor build() {
      return new FakeHypervisor(this);
    }

    private FakeSettings settings() {
      return new FakeSettings(
          clock, cpus, memory, bootTime, reactionTime, slots, requiresImages, missing);
    }
  }
}
