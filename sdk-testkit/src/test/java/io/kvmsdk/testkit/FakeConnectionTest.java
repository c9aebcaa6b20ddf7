package io.kvmsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.EventFilter;
import io.kvmsdk.event.LifecycleKind;
import io.kvmsdk.event.Resync;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FakeConnectionTest {

  private final VirtualClock clock = FakeClock.virtual();
  private final FakeHypervisor fake = FakeHypervisor.builder().clock(clock).withoutImages().build();

  @Test
  void aRestartOfTheDaemonBreaksCallsAndNotMachines() {
    try (Hypervisor kvm = fake.connect()) {
      Domain domain = Guests.started(kvm);
      List<Event> told = new CopyOnWriteArrayList<>();
      kvm.events().subscribe(EventFilter.domain(domain.uuid()), told::add);
      fake.guest(Guests.NAME).agentHung();
      clock.advance(Duration.ofMinutes(1));
      CompletableFuture<Void> hung = Waiting.on(domain.agent()::ping);
      assertThat(hung).isNotDone();

      fake.restart();

      assertThat(hung)
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .havingCause()
          .isInstanceOf(ConnectionLostException.class);
      assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
      domain.suspend();
      Awaitility.await().untilAsserted(() -> assertThat(told).hasSize(2));
      assertThat(told.get(0))
          .isInstanceOfSatisfying(Resync.class, r -> assertThat(r.cause()).contains("restarted"));
      assertThat(told.get(1))
          .isInstanceOfSatisfying(
              DomainLifecycleEvent.class,
              e -> assertThat(e.kind()).isEqualTo(LifecycleKind.SUSPENDED));
    }
  }

  @Test
  void nobodyAnswersDuringAnOutage() {
    try (Hypervisor kvm = fake.connect()) {
      Domain domain = Guests.started(kvm);
      List<Event> told = new CopyOnWriteArrayList<>();
      kvm.events().subscribe(EventFilter.all(), told::add);
      fake.restart(Duration.ofSeconds(30));

      assertThatThrownBy(domain::state).isInstanceOf(ConnectionLostException.class);
      assertThatThrownBy(fake::connect).isInstanceOf(ConnectFailedException.class);
      fake.kill(Guests.NAME); // what happens meanwhile is not told
      clock.advance(Duration.ofSeconds(30));

      assertThat(domain.state()).isEqualTo(DomainState.SHUTOFF);
      assertThat(domain.info().detail()).isPresent();
      Awaitility.await().untilAsserted(() -> assertThat(told).hasSize(1));
      assertThat(told.get(0)).isInstanceOf(Resync.class);
      fake.connect().close();
    }
  }

  @Test
  void connectionsTellEachOtherWhatTheyDo() {
    try (Hypervisor one = fake.connect();
        Hypervisor two = fake.connect()) {
      List<Event> told = new CopyOnWriteArrayList<>();
      two.events().subscribe(EventFilter.all(), told::add);
      Guests.started(one);
      Awaitility.await().untilAsserted(() -> assertThat(told).hasSize(2));
      two.domains().require(Guests.NAME).destroy();
      assertThat(one.domains().require(Guests.NAME).state()).isEqualTo(DomainState.SHUTOFF);
    }
  }

  @Test
  void aThreadThatIsInterruptedGivesUp() throws Exception {
    try (Hypervisor kvm = fake.connect()) {
      Domain domain = Guests.started(kvm);
      AtomicReference<Throwable> failure = new AtomicReference<>();
      CountDownLatch flagged = new CountDownLatch(1);
      Thread waiter =
          new Thread(() -> {
            try {
              domain.shutdown();
            } catch (CancelledException e) {
              failure.set(e);
              if (Thread.currentThread().isInterrupted()) {
                flagged.countDown();
              }
            }
          });
      waiter.start();
      Awaitility.await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
      waiter.interrupt();
      waiter.join(10_000);
      assertThat(failure.get()).isInstanceOf(CancelledException.class);
      assertThat(flagged.getCount()).isZero();
    }
  }

  @Test
  void eachUriIsAHostOfItsOwn() {
    try (Hypervisor a = Hypervisor.connect("fake:///host-a");
        Hypervisor again = Hypervisor.connect("fake:///host-a");
        Hypervisor b = Hypervisor.connect("fake:///host-b")) {
      a.domains().define(Guests.guest().build());
      assertThat(again.domains().find(Guests.NAME)).isPresent();
      assertThat(b.domains().find(Guests.NAME)).isEmpty();
      assertThat(FakeHypervisor.at("fake:///host-a")).isSameAs(FakeHypervisor.at("fake:///host-a"));
      try (Hypervisor scripted = FakeHypervisor.at("fake:///host-a").connect()) {
        scripted.domains().require(Guests.NAME).undefine();
      }
      assertThatThrownBy(() -> a.domains().require(Guests.NAME))
          .isInstanceOf(NotFoundException.class);
    }
    assertThatThrownBy(() -> FakeHypervisor.at("qemu:///system"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fake:///NAME");
  }
}
