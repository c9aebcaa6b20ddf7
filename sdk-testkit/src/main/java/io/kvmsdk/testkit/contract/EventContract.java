package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainFeatures;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.DomainRebootEvent;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.EventFilter;
import io.kvmsdk.event.EventsLost;
import io.kvmsdk.event.LifecycleKind;
import io.kvmsdk.event.Subscription;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told, in which order, and to whom. */
@Tag("event")
abstract class EventContract extends Contract {

  /** Lifecycle events as {@code kind reason}, others by their type. */
  private static List<String> words(List<Event> events) {
    return events.stream()
        .map(e ->
            e instanceof DomainLifecycleEvent life
                ? life.kind() + " " + life.reason()
                : e.getClass().getSimpleName())
        .toList();
  }

  private static void awaitTold(List<Event> told, String... expected) {
    eventually(() -> assertThat(words(told)).containsSubsequence(expected));
  }

  @Test
  void tellsALifeInItsOrder() {
    UUID uuid = UUID.randomUUID();
    DomainDefinition definition = guest("life").uuid(uuid).build();
    List<Event> told = new CopyOnWriteArrayList<>();
    try (Subscription all = kvm().events().subscribe(EventFilter.domain(uuid), told::add)) {
      Domain domain = kvm().domains().define(definition);
      domain.start();
      domain.suspend();
      domain.resume();
      kvm().domains().define(definition.withTitle("second"));
      domain.destroy();
      domain.undefine();
      awaitTold(
          told,
          "defined added",
          "started booted",
          "suspended paused",
          "resumed unpaused",
          "defined updated",
          "stopped destroyed",
          "undefined removed");
    }
    assertThat(told)
        .allSatisfy(e ->
            assertThat(((DomainLifecycleEvent) e).domain())
                .isEqualTo(new io.kvmsdk.call.DomainRef(uuid, name("life"))));
    assertThat(told).extracting(Event::at).isSorted();
  }

  @Test
  void tellsOfAMachineThatWaits() {
    Domain domain = off();
    if (!offers(domain, DomainFeatures.START_PAUSED, domain::startPaused)) {
      return;
    }
    List<Event> told = new CopyOnWriteArrayList<>();
    try (Subscription own = subscribe(domain, told)) {
      domain.startPaused();
      domain.resume();
      domain.destroy();
      awaitTold(
          told, "started booted", "suspended paused", "resumed unpaused", "stopped destroyed");
    }
  }

  @Test
  void tellsOfAGuestThatShutsDown() {
    Domain domain = booted();
    if (!offers(domain, DomainFeatures.SHUTDOWN_ACPI, domain::shutdown)) {
      return;
    }
    List<Event> told = new CopyOnWriteArrayList<>();
    try (Subscription own = subscribe(domain, told)) {
      domain.shutdown();
      awaitTold(told, "stopped shutdown");
    }
    if (target().boots()) {
      assertThat(words(told).get(0)).isIn("shutdown finished", "shutdown guest");
    }
  }

  @Test
  void tellsOfAReset() {
    Domain domain = booted();
    if (!offers(domain, DomainFeatures.RESET, domain::reset)) {
      return;
    }
    List<Event> told = new CopyOnWriteArrayList<>();
    try (Subscription own = subscribe(domain, told)) {
      domain.reset();
      eventually(() -> assertThat(told).hasAtLeastOneElementOfType(DomainRebootEvent.class));
    }
    domain.destroy();
  }

  @Test
  void tellsOfAHypervisorThatDied() {
    Domain domain = running();
    List<Event> told = new CopyOnWriteArrayList<>();
    try (Subscription own = subscribe(domain, told)) {
      Assumptions.assumeTrue(
          target().killHypervisorProcess(domain), "no process runs a domain on " + target().name());
      eventually(() -> assertThat(words(told)).containsAnyOf("stopped crashed", "stopped failed"));
    }
    assertThat(words(told)).doesNotContain("stopped shutdown", "stopped destroyed");
  }

  @Test
  void tellsEachWhatItAskedFor() {
    Domain domain = off();
    Domain other = kvm().domains().define(guest("other").build());
    List<Event> own = new CopyOnWriteArrayList<>();
    List<Event> reboots = new CopyOnWriteArrayList<>();
    EventFilter onlyReboots = EventFilter.all().only(DomainRebootEvent.class);
    try (Subscription first = subscribe(domain, own);
        Subscription second = kvm().events().subscribe(onlyReboots, reboots::add)) {
      other.start();
      other.destroy();
      domain.start();
      domain.destroy();
      awaitTold(own, "started booted", "stopped destroyed");
    }
    assertThat(own)
        .allSatisfy(
            e -> assertThat(((DomainLifecycleEvent) e).domain().uuid()).isEqualTo(domain.uuid()));
    assertThat(reboots).isEmpty();
  }

  @Test
  void aListenerThatThrowsGetsTheNextEvent() {
    Domain domain = running();
    List<Event> told = new CopyOnWriteArrayList<>();
    try (Subscription faulty =
        kvm()
            .events()
            .subscribe(
                EventFilter.domain(domain.uuid()),
                event -> {
                  told.add(event);
                  throw new IllegalStateException("a listener of the contract's that throws");
                })) {
      domain.suspend();
      domain.resume();
      awaitTold(told, "suspended paused", "resumed unpaused");
    }
  }

  @Test
  void aListenerThatBlocksCostsNobodyElseAnything() throws Exception {
    int queue = 4;
    int rounds = 10;
    disconnect();
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    List<Event> slow = new CopyOnWriteArrayList<>();
    List<Event> quick = new CopyOnWriteArrayList<>();
    try (Hypervisor own = target().connect(ConnectOptions.DEFAULT.withEventQueue(queue))) {
      Domain domain = running(sharedOn(own));
      EventFilter filter = EventFilter.domain(domain.uuid());
      own.events().subscribe(filter, quick::add);
      // What happened before a subscription may still be on its way when that is made.
      domain.suspend();
      domain.resume();
      awaitTold(quick, "suspended paused", "resumed unpaused");
      quick.clear();
      own.events()
          .subscribe(
              filter,
              event -> {
                slow.add(event);
                stuck.countDown();
                awaitQuietly(release);
              });
      for (int i = 1; i <= rounds; i++) {
        int told = 2 * i; // the quick one keeps up: nothing of its own may be lost
        domain.suspend();
        domain.resume();
        eventually(() -> assertThat(quick).hasSize(told));
      }
      assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(slow).hasSize(1);

      release.countDown();
      // One that it is stuck on, the queue, and the gap.
      eventually(() -> assertThat(slow).hasSize(1 + queue + 1));
      assertThat(slow.subList(0, 1 + queue)).isEqualTo(quick.subList(0, 1 + queue));
      assertThat(slow.get(1 + queue))
          .isInstanceOfSatisfying(
              EventsLost.class, gap -> assertThat(gap.count()).isEqualTo(2L * rounds - 1 - queue));
      domain.suspend();
      domain.resume();
      eventually(() -> assertThat(words(slow)).endsWith("suspended paused", "resumed unpaused"));
    } finally {
      release.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("nobody released the listener");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void tellsNothingAfterTheEndOfASubscription() {
    Domain domain = running();
    List<Event> ended = new CopyOnWriteArrayList<>();
    List<Event> going = new CopyOnWriteArrayList<>();
    Subscription first = subscribe(domain, ended);
    try (Subscription second = subscribe(domain, going)) {
      domain.suspend();
      awaitTold(ended, "suspended paused");
      first.close();
      first.close();
      int before = ended.size();
      domain.resume();
      awaitTold(going, "suspended paused", "resumed unpaused");
      assertThat(ended).hasSize(before);
    }
  }

  @Test
  void aListenerMayCallTheHypervisor() {
    Domain domain = running();
    List<String> seen = new CopyOnWriteArrayList<>();
    try (Subscription own =
        kvm()
            .events()
            .subscribe(
                EventFilter.domain(domain.uuid()),
                event -> {
                  if (event instanceof DomainLifecycleEvent life
                      && life.kind().equals(LifecycleKind.SUSPENDED)) {
                    seen.add(domain.state().value());
                    domain.resume();
                  }
                })) {
      domain.suspend();
      eventually(() -> assertThat(seen).containsExactly("paused"));
      eventually(() -> assertThat(domain.state().value()).isEqualTo("running"));
    }
  }

  private Subscription subscribe(Domain domain, List<Event> told) {
    return kvm().events().subscribe(EventFilter.domain(domain.uuid()), told::add);
  }
}
