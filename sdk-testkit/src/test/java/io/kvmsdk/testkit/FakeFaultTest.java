package io.kvmsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.Apply;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.error.AccessDeniedException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.EventFilter;
import io.kvmsdk.event.Resync;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeFaultTest {

  private final FakeHypervisor fake = Guests.quick().build();
  private Hypervisor kvm = fake.connect();
  private Domain domain = Guests.started(kvm);
  private final List<Event> told = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    kvm.events().subscribe(EventFilter.all(), told::add);
  }

  @AfterEach
  void close() {
    kvm.close();
  }

  private <E extends HypervisorException> E suspendFails(Class<E> type, FakeFault fault) {
    fake.faults().next("domain.suspend", fault);
    E failure = catchThrowableOfType(type, domain::suspend);
    assertThat(failure).isNotNull();
    assertThat(failure.operation()).isEqualTo("domain.suspend");
    assertThat(failure.object()).isEqualTo("domain " + Guests.NAME);
    return failure;
  }

  @Test
  void anErrorBeforeTheChangeLeavesAllAsItWas() {
    OperationFailedException failure =
        suspendFails(OperationFailedException.class, FakeFault.error("the disk is full"));
    assertThat(failure).hasMessageContaining("the disk is full");
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
    domain.suspend();
    assertThat(domain.state()).isEqualTo(DomainState.PAUSED);
  }

  @Test
  void anErrorAfterTheChangeSaysThatItWasMade() {
    OperationFailedException failure =
        suspendFails(OperationFailedException.class, FakeFault.errorAfter("and then it broke"));
    assertThat(failure.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(domain.state()).isEqualTo(DomainState.PAUSED);
  }

  @Test
  void anErrorCanBeOfAnyType() {
    AccessDeniedException failure =
        suspendFails(
            AccessDeniedException.class,
            FakeFault.error(context -> new AccessDeniedException(context, "not you")));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
  }

  @Test
  void aLostConnectionDoesNotSayWhetherTheChangeWasMade() {
    ConnectionLostException before =
        suspendFails(ConnectionLostException.class, FakeFault.connectionLost());
    assertThat(before.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(domain.state()).isEqualTo(DomainState.RUNNING);

    ConnectionLostException after =
        suspendFails(ConnectionLostException.class, FakeFault.connectionLostAfter());
    assertThat(after.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(domain.state()).isEqualTo(DomainState.PAUSED);
    Awaitility.await()
        .untilAsserted(() -> assertThat(told).filteredOn(Resync.class::isInstance).hasSize(2));
  }

  @Test
  void aCallThatTakesTooLongInGoingIsNotMade() {
    domain = domain.withTimeout(Duration.ofMillis(50));
    TimedOutException failure =
        suspendFails(TimedOutException.class, FakeFault.delay(Duration.ofMinutes(1)));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
  }

  @Test
  void anAnswerThatTakesTooLongLeavesTheChange() {
    domain = domain.withTimeout(Duration.ofMillis(50));
    TimedOutException failure =
        suspendFails(TimedOutException.class, FakeFault.delayAfter(Duration.ofMinutes(1)));
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(domain.state()).isEqualTo(DomainState.PAUSED);
  }

  @Test
  void aDelayThatIsShortIsNoFailure() {
    fake.faults().next("domain.suspend", FakeFault.delay(Duration.ofMillis(100)));
    long start = System.nanoTime();
    domain.suspend();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(95));
  }

  @Test
  void aFaultLastsOnceOrAlways() {
    fake.faults().always("domain.info", FakeFault.error("no"));
    fake.faults().next("domain.info", FakeFault.error("not now"));
    assertThatThrownBy(domain::info).hasMessageContaining("not now");
    assertThatThrownBy(domain::info).hasMessageContaining("no");
    assertThatThrownBy(domain::state).hasMessageContaining("no");
    fake.faults().clear();
    assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
  }

  /** The service asks how many vCPUs there are before it changes them, as part of the same call. */
  @Test
  void theFaultOfAChangeIsNotUsedUpByAQuestion() {
    fake.faults().next("domain.cpu.set-online", FakeFault.errorAfter("late"));
    OperationFailedException failure =
        catchThrowableOfType(
            OperationFailedException.class, () -> domain.cpus().setOnline(2, Apply.LIVE));
    assertThat(failure).isNotNull();
    assertThat(failure.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(domain.cpus().info().online()).isEqualTo(2);
  }

  @Test
  void definingCanFailToo() {
    fake.faults().next("domains.define", FakeFault.connectionLostAfter());
    assertThatThrownBy(() -> kvm.domains().define(Guests.guest().name("web-2").build()))
        .isInstanceOf(ConnectionLostException.class);
    assertThat(kvm.domains().find("web-2")).isPresent();
  }
}
