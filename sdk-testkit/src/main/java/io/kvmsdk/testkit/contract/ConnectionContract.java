package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.Domains;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.ConflictException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.event.EventFilter;
import io.kvmsdk.host.HostCapabilities;
import io.kvmsdk.host.HypervisorVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connecting, closing, deadlines, and many threads on one connection. */
@Tag("connection")
abstract class ConnectionContract extends Contract {

  @Test
  void saysWhoAnswers() {
    HypervisorVersion version = kvm().version();
    assertThat(version.backend()).isNotBlank();
    assertThat(version.hypervisor()).isNotBlank();
    assertThat(kvm().toString()).contains(kvm().uri());
  }

  @Test
  void saysWhatTheHostIs() {
    HostCapabilities host = kvm().capabilities();
    assertThat(host.arch()).isNotBlank();
    assertThat(host.cpus()).isPositive();
    assertThat(host.memory().bytes()).isPositive();
    assertThat(host.offers(definition().type().value()))
        .as("guests of type %s among %s", definition().type(), host.guests())
        .isTrue();
  }

  @Test
  void closesOnceAndForAll() {
    disconnect();
    Hypervisor own = target().connect(ConnectOptions.DEFAULT);
    Domains domains = own.domains();
    own.close();
    own.close();
    assertThatThrownBy(domains::list).isInstanceOf(ConnectionLostException.class);
    assertThatThrownBy(own::version).isInstanceOf(ConnectionLostException.class);
    assertThatThrownBy(() -> own.events().subscribe(EventFilter.all(), event -> {}))
        .isInstanceOf(ConnectionLostException.class);
  }

  @Test
  void viewsDoNotCloseTheConnection() {
    kvm().withTimeout(Duration.ofSeconds(30)).close();
    assertThat(kvm().domains().list()).isNotNull();
  }

  @Test
  void callsThatWaitEndWithTheConnection() throws Exception {
    disconnect();
    Hypervisor own = target().connect(ConnectOptions.DEFAULT);
    try {
      assumeBoots();
      Domain domain = sharedOn(own);
      if (domain.state().isActive()) {
        domain.destroy();
      }
      domain.start(); // too early for the power button: the guest does not listen yet
      CompletableFuture<Void> waits =
          CompletableFuture.runAsync(domain::shutdown, task -> new Thread(task).start());
      Assertions.assertThatThrownBy(() -> waits.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(java.util.concurrent.TimeoutException.class);
      own.close();
      assertThatThrownBy(() -> waits.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(ConnectionLostException.class);
    } finally {
      own.close();
    }
  }

  @Test
  void aDeadlineThatHasPassedIsKept() {
    Domain domain = running();
    Duration nothing = Duration.ofNanos(1);
    assertThatThrownBy(() -> kvm().withTimeout(nothing).domains().list())
        .isInstanceOf(TimedOutException.class);

    TimedOutException failure =
        Assertions.catchThrowableOfType(
            TimedOutException.class, () -> domain.withTimeout(nothing).suspend());
    assertThat(failure).isNotNull();
    assertThat(failure.operation()).isEqualTo("domain.suspend");
    if (failure.outcome() == Outcome.NOT_APPLIED) {
      assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
    }
    eventually(() -> {
      domain.resume();
      assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
    });
  }

  @Test
  void refusesTimeoutsOfNothing() {
    assertThatThrownBy(() -> kvm().withTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyThreadsShareAConnection() throws Exception {
    assertThat(kvm()).as("the connection, made before the threads meet").isNotNull();
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        all.add(pool.submit(() -> useFromOneOfManyThreads(number)));
      }
      for (Future<?> one : all) {
        one.get(3, TimeUnit.MINUTES);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private void useFromOneOfManyThreads(int number) {
    DomainDefinition definition = guest("thread-" + number).build();
    for (int round = 0; round < 5; round++) {
      Domain own = kvm().domains().define(definition);
      assertThat(own.name()).isEqualTo(definition.name());
      assertThat(own.state()).isEqualTo(DomainState.SHUTOFF);
      assertThat(kvm().domains().require(own.uuid()).name()).isEqualTo(definition.name());
      assertThat(kvm().domains().list()).extracting(Domain::name).contains(definition.name());
      own.undefine();
      assertThat(kvm().domains().find(definition.name())).isEmpty();
    }
  }

  @Test
  void twoConnectionsSeeOneHostOrConflict() {
    Domain domain = shared();
    if (target().sharesHost()) {
      try (Hypervisor second = target().connect(ConnectOptions.DEFAULT)) {
        assertThat(second.domains().require(domain.uuid()).name()).isEqualTo(domain.name());
        Domain made = second.domains().define(guest("second").build());
        assertThat(kvm().domains().require(made.name()).uuid()).isEqualTo(made.uuid());
      }
      assertThat(domain.state()).as("after the other was closed").isNotNull();
    } else {
      assertThatThrownBy(() -> target().connect(ConnectOptions.DEFAULT))
          .isInstanceOf(ConflictException.class)
          .isInstanceOf(HypervisorException.class);
    }
  }
}
