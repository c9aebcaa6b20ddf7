package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.Apply;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.EventFilter;
import io.kvmsdk.event.Subscription;
import io.kvmsdk.testkit.contract.GuestKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handles, threads and callbacks over thousands of calls, connections and collections. */
@Timeout(300)
class LeakTest {

  private static final String URI = TestDriverTarget.URI;

  @BeforeAll
  static void needs() {
    Hypervisors.requireLibrary();
    Hypervisor.connect(URI).close(); // the event loop is there for good
  }

  private static Domain define(Hypervisor kvm, String name) {
    return kvm.domains().define(TestDriverTarget.INSTANCE.guest(name, GuestKind.OBEDIENT).build());
  }

  @Test
  void tenThousandCalls() {
    Leaks before = Leaks.now();
    try (Hypervisor kvm = Hypervisor.connect(URI)) {
      Domain domain = define(kvm, "leak-calls");
      Leaks connected = Leaks.now();
      long memory = residentKibibytes();
      for (int i = 0; i < 10_000; i++) {
        switch (i % 5) {
          case 0 -> assertThat(domain.state().isActive()).isFalse();
          case 1 -> assertThat(kvm.domains().list()).isNotEmpty();
          case 2 -> assertThat(kvm.domains().find("nobody")).isEmpty();
          case 3 -> assertThat(domain.inactiveDefinition().name()).isEqualTo("leak-calls");
          default -> assertThat(domain.cpus().info().maximum()).isEqualTo(4);
        }
      }
      connected.assertNothingLeft();
      // 64 MiB is noise of the JVM; a domain or string leaked by each call would be more than that
      // only for large documents, which is what the thread and descriptor counts do not see.
      assertThat(residentKibibytes() - memory).as("KiB of memory").isLessThan(256 << 10);
      domain.undefine();
    }
    before.assertNothingLeft();
  }

  private static long residentKibibytes() {
    try {
      return java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .findFirst()
          .orElseThrow();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** On virtual threads where there are any: a call and its error share a thread all the same. */
  @Test
  void manyThreadsEachHaveTheirOwnErrors() throws Exception {
    try (Hypervisor kvm = Hypervisor.connect(URI)) {
      ExecutorService threads = manyThreads();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        String name = "nobody-" + i;
        all.add(
            threads.submit(() -> {
              for (int round = 0; round < 4; round++) {
                assertThatThrownBy(() -> kvm.domains().require(name).start())
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining(name);
                Domain gone = kvm.domains().require("test");
                assertThatThrownBy(() -> gone.cpus().setOnline(99, Apply.LIVE))
                    .isInstanceOf(InvalidDefinitionException.class)
                    .hasMessageContaining("99");
              }
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
      threads.shutdown();
    }
  }

  private static ExecutorService manyThreads() throws Exception {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException e) {
      return Executors.newFixedThreadPool(64);
    }
  }

  @Test
  void fiveHundredConnections() {
    Leaks before = Leaks.now();
    for (int i = 0; i < 500; i++) {
      try (Hypervisor kvm = Hypervisor.connect(URI)) {
        assertThat(kvm.domains().find("test")).isPresent();
      }
    }
    before.assertNothingLeft();
  }

  @Test
  void aHundredConnectionsToADaemon() {
    String uri = Hypervisors.daemon();
    Leaks before = Leaks.now();
    for (int i = 0; i < 100; i++) {
      try (Hypervisor kvm = Hypervisor.connect(uri)) {
        assertThat(kvm.version().libvirt()).isPresent();
      }
    }
    before.assertNothingLeft();
  }

  @Test
  void collectionsWhileCallbacksCome() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    Thread collector =
        new Thread(() -> {
          while (!ended.get()) {
            System.gc();
          }
        });
    collector.start();
    AtomicInteger told = new AtomicInteger();
    int rounds = 300;
    try (Hypervisor kvm = Hypervisor.connect(URI, ConnectOptions.DEFAULT.withEventQueue(10_000))) {
      Domain domain = define(kvm, "leak-collected");
      domain.start();
      try (Subscription all =
          kvm.events()
              .subscribe(
                  EventFilter.domain(domain.uuid()).only(DomainLifecycleEvent.class),
                  event -> told.incrementAndGet())) {
        for (int i = 0; i < rounds; i++) {
          domain.suspend();
          domain.resume();
        }
        Awaitility.await()
            .untilAsserted(() -> assertThat(told.get()).isGreaterThanOrEqualTo(2 * rounds));
      }
      domain.destroy();
      domain.undefine();
    } finally {
      ended.set(true);
      collector.join();
    }
  }

  @Test
  void whatNobodyClosesIsClosedByChance() {
    Leaks before = Leaks.now();
    Domain kept = connectAndForget();
    List<Event> told = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 20; i++) {
      System.gc();
      assertThat(kept.state()).as("a handle keeps its connection").isNotNull();
    }
    assertThat(told).isEmpty();
    kept.undefine();
    kept = null;
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          System.gc();
          assertThat(Callbacks.held()).isLessThanOrEqualTo(before.callbacks());
        });
    before.assertNothingLeft();
  }

  private static Domain connectAndForget() {
    return define(Hypervisor.connect(URI), "leak-forgotten");
  }
}
