package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.LifecycleKind;
import io.kvmsdk.event.Resync;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A daemon that goes, comes back and hangs while a connection lives on. */
class ReconnectTest extends OwnDaemonTest {

  private Domain define(String name) {
    return kvm.domains().define(QemuTarget.machine(name).build());
  }

  private void awaitResync() {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(told).hasAtLeastOneElementOfType(Resync.class));
  }

  private void awaitTold(Domain domain, LifecycleKind kind) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() ->
            told.stream()
                .anyMatch(e ->
                    e instanceof DomainLifecycleEvent life
                        && life.domain().equals(domain.ref())
                        && life.kind().equals(kind)));
  }

  @Test
  void handlesAndSubscriptionsLiveOnWhenTheDaemonIsRestarted() throws Exception {
    Domain domain = define("restart");
    domain.start();
    awaitTold(domain, LifecycleKind.STARTED);
    Leaks before = Leaks.now();

    daemon.restart();

    awaitResync();
    assertThat(domain.state()).as("the machine ran on").isEqualTo(DomainState.RUNNING);
    domain.suspend();
    awaitTold(domain, LifecycleKind.SUSPENDED);
    assertThat(told.stream().filter(Resync.class::isInstance)).hasSize(1);
    Resync resync = (Resync) told.stream().filter(Resync.class::isInstance).findFirst().get();
    assertThat(resync.cause()).isNotBlank();
    before.assertNothingLeft();

    for (int i = 0; i < 3; i++) {
      told.clear();
      daemon.restart();
      awaitResync();
    }
    domain.destroy();
    awaitTold(domain, LifecycleKind.STOPPED);
    before.assertNothingLeft();
  }

  @Test
  void callsWaitForTheDaemonUntilTheirDeadline() throws Exception {
    Domain domain = define("wait");
    daemon.stop();
    Duration brief = Duration.ofMillis(600);
    ConnectionLostException lost =
        catchThrowableOfType(
            ConnectionLostException.class,
            () -> {
              domain.withTimeout(brief).setAutostart(true); // perhaps in flight when it broke,
              domain.withTimeout(brief).setAutostart(true); // and never noticed
            });
    assertThat(lost).isNotNull();
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          long begin = System.nanoTime();
          assertThatThrownBy(() -> domain.withTimeout(brief).setAutostart(true))
              .isInstanceOfSatisfying(
                  ConnectionLostException.class,
                  e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_APPLIED));
          assertThat(Duration.ofNanos(System.nanoTime() - begin))
              .isBetween(brief, brief.multipliedBy(5));
        });

    CompletableFuture<Boolean> waits =
        CompletableFuture.supplyAsync(() -> domain.withTimeout(PATIENCE).autostart());
    assertThatThrownBy(() -> waits.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    daemon.startAgain();
    assertThat(waits.get(30, TimeUnit.SECONDS)).isFalse();
    awaitResync();
  }

  @Test
  void aWaitThatSpansARestartEndsWell() throws Exception {
    Domain domain = define("span");
    domain.start();
    CompletableFuture<Void> shutdown =
        CompletableFuture.runAsync(() -> domain.withTimeout(Duration.ofSeconds(60)).shutdown());
    assertThatThrownBy(() -> shutdown.get(1, TimeUnit.SECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    daemon.restart();
    awaitResync();
    assertThat(shutdown).isNotDone();
    domain.destroy();
    shutdown.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aDaemonThatHangsCostsTheDeadlineAndNoMore() throws Exception {
    Domain domain = define("hang");
    daemon.freeze();
    try {
      Duration brief = Duration.ofMillis(500);
      TimedOutException late =
          catchThrowableOfType(
              TimedOutException.class, () -> domain.withTimeout(brief).setAutostart(true));
      assertThat(late.outcome()).isEqualTo(Outcome.UNKNOWN);
      TimedOutException read =
          catchThrowableOfType(TimedOutException.class, () -> domain.withTimeout(brief).info());
      assertThat(read.outcome()).isEqualTo(Outcome.NOT_APPLIED);

      // Keepalive notices that it hangs; who waits is told that the connection is lost.
      ConnectionLostException lost =
          catchThrowableOfType(
              ConnectionLostException.class,
              () -> kvm.withTimeout(Duration.ofSeconds(20)).domains().list());
      assertThat(lost).isNotNull();
    } finally {
      daemon.thaw();
    }
    awaitResync();
    assertThat(domain.info().state()).isEqualTo(DomainState.SHUTOFF);
  }

  @Test
  void closingDoesNotWaitForADaemonThatHangs() throws Exception {
    Hypervisor other = Hypervisor.connect(daemon.uri());
    CompletableFuture<Object> call;
    daemon.freeze();
    try {
      call = CompletableFuture.supplyAsync(() -> other.domains().list());
      assertThatThrownBy(() -> call.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(java.util.concurrent.TimeoutException.class);
      long begin = System.nanoTime();
      other.close();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
      assertThatThrownBy(() -> call.get(1, TimeUnit.SECONDS))
          .hasCauseInstanceOf(ConnectionLostException.class);
    } finally {
      daemon.thaw();
    }
    assertThat(kvm.withTimeout(PATIENCE).version()).isNotNull();
  }

  @Test
  void closingWhileItIsBeingMadeAgainEndsThat() throws Exception {
    Leaks before = Leaks.now();
    Hypervisor other = Hypervisor.connect(daemon.uri());
    daemon.stop();
    assertThatThrownBy(
            () -> {
              other.withTimeout(Duration.ofSeconds(1)).domains().list();
              other.withTimeout(Duration.ofSeconds(1)).domains().list();
            })
        .isInstanceOf(ConnectionLostException.class);
    other.close();
    assertThatThrownBy(other::version)
        .isInstanceOf(ConnectionLostException.class)
        .hasMessageContaining("closed");
    daemon.startAgain();
    awaitResync(); // of the connection that all tests share
    before.assertNothingLeft();
  }
}
