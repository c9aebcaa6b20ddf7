package io.kvmsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.Apply;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.ShutdownMode;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.ConflictException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How guests behave, in time that passes only when a test lets it. */
class FakeGuestTest {

  private static final Duration BOOT = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final VirtualClock clock = FakeClock.virtual();
  private final FakeHypervisor fake =
      FakeHypervisor.builder()
          .clock(clock)
          .bootTime(BOOT)
          .reactionTime(Duration.ofSeconds(1))
          .withoutImages()
          .build();
  private final Hypervisor kvm = fake.connect();
  private final Domain domain = Guests.started(kvm);

  @AfterEach
  void close() {
    kvm.close();
  }

  private static void get(CompletableFuture<Void> call) throws Exception {
    call.get(10, TimeUnit.SECONDS);
  }

  @Test
  void bootsInItsTime() {
    assertThatThrownBy(domain.agent()::ping).isInstanceOf(AgentUnavailableException.class);
    clock.advance(BOOT.minusSeconds(1));
    assertThatThrownBy(domain.agent()::ping).isInstanceOf(AgentUnavailableException.class);
    clock.advance(Duration.ofSeconds(1));
    domain.agent().ping();
    assertThat(domain.info().cpuTime()).isEqualTo(BOOT.dividedBy(4));
  }

  @Test
  void standsStillWhilePaused() {
    domain.suspend();
    clock.advance(BOOT.multipliedBy(2));
    domain.resume();
    domain.agent().ping(); // what was due meanwhile is done at once
    assertThat(domain.info().cpuTime()).isZero();
  }

  @Test
  void letsGoOfADiskInItsTime() throws Exception {
    clock.advance(BOOT);
    fake.guest(Guests.NAME).acceptUnplugAfter(Duration.ofMinutes(5));
    CompletableFuture<Void> detach =
        Waiting.on(() -> domain.disks().detach("vda", Apply.LIVE_AND_CONFIG));
    clock.advance(Duration.ofMinutes(5));
    assertThat(detach).isNotDone();
    assertThat(domain.definition().disk("vda")).isPresent();
    assertThat(domain.inactiveDefinition().disk("vda")).isPresent();
    clock.advance(Duration.ofSeconds(1));
    get(detach);
    assertThat(domain.definition().disk("vda")).isEmpty();
    assertThat(domain.inactiveDefinition().disk("vda")).isEmpty();
  }

  @Test
  void mayLetGoAfterTheDeadline() {
    clock.advance(BOOT);
    TimedOutException late =
        catchThrowableOfType(
            TimedOutException.class,
            () -> domain.withTimeout(SHORT).disks().detach("vda", Apply.LIVE_AND_CONFIG));
    assertThat(late).isNotNull();
    assertThat(late.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(domain.definition().disk("vda")).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(domain.definition().disk("vda")).isEmpty();
    assertThat(domain.inactiveDefinition().disk("vda")).isPresent();
  }

  @Test
  void maySayThatItWillNot() {
    clock.advance(BOOT);
    fake.guest(Guests.NAME).rejectUnplug("the disk is mounted");
    CompletableFuture<Void> detach = Waiting.on(() -> domain.disks().detach("vda", Apply.LIVE));
    clock.advance(Duration.ofSeconds(1));
    assertThat(detach)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .havingCause()
        .isInstanceOfSatisfying(
            OperationFailedException.class,
            e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_APPLIED))
        .withMessageContaining("the disk is mounted");
    assertThat(domain.definition().disk("vda")).isPresent();
    fake.guest(Guests.NAME).acceptUnplug();
  }

  @Test
  void aMachineThatStopsEndsTheWait() {
    clock.advance(BOOT);
    fake.guest(Guests.NAME).acceptUnplugAfter(Duration.ofDays(1));
    CompletableFuture<Void> detach = Waiting.on(() -> domain.disks().detach("vda", Apply.LIVE));
    domain.destroy();
    assertThat(detach)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(InvalidStateException.class);
  }

  @Test
  void givesVcpusBack() throws Exception {
    clock.advance(BOOT);
    domain.cpus().setOnline(3, Apply.LIVE);
    CompletableFuture<Void> remove = Waiting.on(() -> domain.cpus().setOnline(1, Apply.LIVE));
    assertThat(domain.cpus().info().online()).isEqualTo(3);
    clock.advance(Duration.ofSeconds(1));
    get(remove);
    assertThat(domain.cpus().info().online()).isEqualTo(1);
  }

  @Test
  void fillsItsBalloonBitByBit() throws Exception {
    fake.guest(Guests.NAME).balloonSpeed(ByteSize.mebibytes(16));
    clock.advance(BOOT);
    CompletableFuture<Void> balloon =
        Waiting.on(() -> domain.memory().balloonTo(ByteSize.mebibytes(192)));
    clock.advance(Duration.ofSeconds(2));
    assertThat(domain.memory().info().current())
        .isBetween(ByteSize.mebibytes(220), ByteSize.mebibytes(228));
    assertThat(balloon).isNotDone();
    clock.advance(Duration.ofSeconds(3));
    get(balloon);
    assertThat(domain.memory().info().current()).isEqualTo(ByteSize.mebibytes(192));
  }

  @Test
  void aBalloonThatIsTooSlowSaysHowFarItCame() {
    fake.guest(Guests.NAME).balloonSpeed(ByteSize.ZERO);
    clock.advance(BOOT);
    TimedOutException late =
        catchThrowableOfType(
            TimedOutException.class,
            () -> domain.withTimeout(SHORT).memory().balloonTo(ByteSize.mebibytes(192)));
    assertThat(late).isNotNull();
    assertThat(late.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(late).hasMessageContaining("256 MiB").hasMessageContaining("192 MiB");
  }

  @Test
  void theLastOfTwoBalloonTargetsCounts() throws Exception {
    fake.guest(Guests.NAME).balloonSpeed(ByteSize.mebibytes(16));
    clock.advance(BOOT);
    CompletableFuture<Void> first =
        Waiting.on(() -> domain.memory().balloonTo(ByteSize.mebibytes(192)));
    CompletableFuture<Void> second =
        Waiting.on(() -> domain.memory().balloonTo(ByteSize.mebibytes(224)));
    assertThat(first)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(ConflictException.class);
    clock.advance(Duration.ofMinutes(1));
    get(second);
    assertThat(domain.memory().info().current()).isEqualTo(ByteSize.mebibytes(224));
  }

  @Test
  void obeysThePowerButtonOrNot() throws Exception {
    clock.advance(BOOT);
    fake.guest(Guests.NAME).ignorePowerButton();
    assertThatThrownBy(() -> domain.withTimeout(SHORT).shutdown())
        .isInstanceOf(TimedOutException.class);
    clock.advance(Duration.ofHours(1));
    assertThat(domain.state()).isEqualTo(DomainState.RUNNING);

    fake.guest(Guests.NAME).obeyPowerButton();
    CompletableFuture<Void> shutdown = Waiting.on(domain::shutdown);
    clock.advance(Duration.ofSeconds(1));
    get(shutdown);
    assertThat(domain.state()).isEqualTo(DomainState.SHUTOFF);
  }

  @Test
  void takesNoNoticeOfThePowerButtonBeforeItIsUp() {
    assertThatThrownBy(() -> domain.withTimeout(SHORT).shutdown())
        .isInstanceOf(TimedOutException.class);
    clock.advance(BOOT.multipliedBy(2));
    assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
  }

  @Test
  void anAgentThatHangsCostsNoMoreThanTheDeadline() {
    clock.advance(BOOT);
    fake.guest(Guests.NAME).agentHung();
    AgentUnavailableException failure =
        catchThrowableOfType(
            AgentUnavailableException.class, () -> domain.withTimeout(SHORT).agent().ping());
    assertThat(failure).isNotNull();
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    // It holds up nobody else.
    assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
    fake.guest(Guests.NAME).agentAnswers();
    domain.agent().ping();
  }

  @Test
  void anAgentThatIsAbsentSaysSoAtOnce() {
    clock.advance(BOOT);
    fake.guest(Guests.NAME).agentAbsent();
    for (Runnable call :
        new Runnable[] {
          () -> domain.agent().ping(),
          () -> domain.shutdown(ShutdownMode.AGENT),
          () -> domain.reboot(ShutdownMode.AGENT)
        }) {
      assertThatThrownBy(call::run)
          .isInstanceOfSatisfying(
              AgentUnavailableException.class,
              e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_APPLIED));
    }
  }

  @Test
  void readsAndWritesAsFastAsTheLimitsLetIt() {
    FakeDisk disk = fake.disk(Guests.NAME, "vda");
    domain.disks().throttle("vda", IoTune.totalBytes(ByteRate.mebibytesPerSecond(2)), Apply.LIVE);
    disk.read(ByteSize.mebibytes(100));
    clock.advance(Duration.ofSeconds(3));
    assertThat(disk.bytesRead()).isEqualTo(ByteSize.mebibytes(6));

    disk.write(ByteSize.mebibytes(100));
    clock.advance(Duration.ofSeconds(2));
    assertThat(disk.bytesRead()).isEqualTo(ByteSize.mebibytes(8));
    assertThat(disk.bytesWritten()).isEqualTo(ByteSize.mebibytes(2));

    domain.disks().throttle("vda", IoTune.totalIops(16), Apply.LIVE); // of 64 KiB each
    domain.suspend();
    clock.advance(Duration.ofHours(1));
    domain.resume();
    clock.advance(Duration.ofSeconds(2));
    assertThat(disk.bytesRead()).isEqualTo(ByteSize.mebibytes(9));

    domain.disks().throttle("vda", IoTune.NONE, Apply.LIVE);
    clock.advance(Duration.ofSeconds(1));
    assertThat(disk.bytesRead()).isEqualTo(ByteSize.mebibytes(100));
    assertThat(disk.bytesWritten()).isEqualTo(ByteSize.mebibytes(100));
  }
}
