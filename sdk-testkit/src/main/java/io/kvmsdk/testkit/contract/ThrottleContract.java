package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.call.Apply;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskFeatures;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Limits of a disk's throughput. */
@Tag("throttle")
abstract class ThrottleContract extends Contract {

  private static final IoTune SLOW = IoTune.totalIops(500);

  @Override
  DomainDefinition definition() {
    return guest("shared").addDisk(DiskContract.disk("vda", image("vda", 16))).build();
  }

  private boolean offersLive(Domain domain) {
    return offers(
        domain, DiskFeatures.THROTTLE, () -> domain.disks().throttle("vda", SLOW, Apply.LIVE));
  }

  private boolean offersConfig(Domain domain) {
    return offers(
        domain, DiskFeatures.CONFIG, () -> domain.disks().throttle("vda", SLOW, Apply.CONFIG));
  }

  private static IoTune inDefinition(DomainDefinition definition) {
    return definition.disk("vda").flatMap(Disk::ioTune).orElse(IoTune.NONE);
  }

  @Test
  void setsReadsBackReplacesAndLifts() {
    Domain domain = running();
    if (!offersLive(domain)) {
      return;
    }
    assertThat(domain.disks().throttling("vda")).isEqualTo(IoTune.NONE);

    domain.disks().throttle("vda", SLOW, Apply.LIVE);
    assertThat(domain.disks().throttling("vda")).isEqualTo(SLOW);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(IoTune.NONE);

    IoTune other =
        IoTune.builder()
            .readBytes(ByteRate.mebibytesPerSecond(4))
            .writeBytes(ByteRate.mebibytesPerSecond(2))
            .build();
    domain.disks().throttle("vda", other, Apply.LIVE);
    assertThat(domain.disks().throttling("vda")).isEqualTo(other);
    assertThat(inDefinition(domain.definition())).isEqualTo(other);

    domain.disks().throttle("vda", IoTune.NONE, Apply.LIVE);
    assertThat(domain.disks().throttling("vda")).isEqualTo(IoTune.NONE);
  }

  @Test
  void theGuestFeelsIt() {
    assumeBoots();
    Domain domain = booted();
    if (!offersLive(domain)) {
      return;
    }
    ByteSize amount = ByteSize.mebibytes(3);
    GuestView guest = target().view(domain);
    String disk = guest.blockDevices().iterator().next();
    Duration free = guest.timeToRead(disk, amount);
    domain.disks().throttle("vda", IoTune.totalBytes(ByteRate.mebibytesPerSecond(1)), Apply.LIVE);
    Duration limited = guest.timeToRead(disk, amount);
    domain.disks().throttle("vda", IoTune.NONE, Apply.LIVE);
    Duration freeAgain = guest.timeToRead(disk, amount);

    // A second less than 3 for what QEMU lets through at the begin.
    assertThat(limited).isGreaterThan(Duration.ofSeconds(2));
    assertThat(free).isLessThan(limited);
    assertThat(freeAgain).isLessThan(limited);
  }

  @Test
  void zeroLifts() {
    Domain domain = running();
    if (!offersLive(domain)) {
      return;
    }
    domain.disks().throttle("vda", SLOW, Apply.LIVE);
    domain.disks().throttle("vda", IoTune.totalIops(0), Apply.LIVE);
    assertThat(domain.disks().throttling("vda")).isEqualTo(IoTune.NONE);
  }

  @Test
  void allowsBursts() {
    Domain domain = running();
    if (!offersLive(domain)) {
      return;
    }
    IoTune bursts =
        IoTune.builder()
            .totalBytes(ByteRate.mebibytesPerSecond(1))
            .totalBytesMax(ByteRate.mebibytesPerSecond(8))
            .totalBytesMaxLength(Duration.ofSeconds(3))
            .totalIops(100L)
            .totalIopsMax(1000L)
            .totalIopsMaxLength(Duration.ofSeconds(5))
            .build();
    domain.disks().throttle("vda", bursts, Apply.LIVE);
    assertThat(domain.disks().throttling("vda")).isEqualTo(bursts);
    domain.disks().throttle("vda", IoTune.NONE, Apply.LIVE);
  }

  @Test
  void changesTheNextStart() {
    Domain domain = off();
    if (!offersConfig(domain)) {
      return;
    }
    domain.disks().throttle("vda", SLOW, Apply.CONFIG);
    assertThat(domain.disks().throttling("vda")).isEqualTo(SLOW);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(SLOW);
    domain.start();
    assertThat(domain.disks().throttling("vda")).isEqualTo(SLOW);

    domain.disks().throttle("vda", IoTune.NONE, Apply.CONFIG);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(IoTune.NONE);
    assertThat(domain.disks().throttling("vda")).isEqualTo(SLOW);
    domain.destroy();
    assertThat(domain.disks().throttling("vda")).isEqualTo(IoTune.NONE);
  }

  @Test
  void changesBoth() {
    Domain domain = running();
    if (!offersLive(domain) || !offersConfig(domain)) {
      return;
    }
    domain.disks().throttle("vda", SLOW, Apply.LIVE_AND_CONFIG);
    assertThat(domain.disks().throttling("vda")).isEqualTo(SLOW);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(SLOW);
    domain.disks().throttle("vda", IoTune.NONE, Apply.LIVE_AND_CONFIG);
    assertThat(domain.disks().throttling("vda")).isEqualTo(IoTune.NONE);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(IoTune.NONE);
  }

  @Test
  void limitsThatExcludeEachOtherAreNeverSent() {
    assertThatThrownBy(() -> IoTune.builder().totalIops(10L).readIops(5L).build())
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            failure -> assertThat(failure.path()).contains("total_iops_sec"));
    assertThatThrownBy(() ->
            IoTune.totalBytes(ByteRate.mebibytesPerSecond(1))
                .withWriteBytes(Optional.of(ByteRate.mebibytesPerSecond(1))))
        .isInstanceOf(InvalidDefinitionException.class);
  }

  @Test
  void whatIsNotThereCannotBeLimited() {
    Domain domain = running();
    if (offersLive(domain)) {
      NotFoundException failure =
          failsWithoutTrace(
              domain,
              NotFoundException.class,
              () -> domain.disks().throttle("vdz", SLOW, Apply.LIVE));
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
      assertThat(failure).hasMessageContaining("vdz");
    }
    if (offersConfig(domain)) {
      failsWithoutTrace(
          domain,
          NotFoundException.class,
          () -> domain.disks().throttle("vdz", SLOW, Apply.CONFIG));
    }
  }

  @Test
  void whatIsOffCannotBeLimitedNow() {
    Domain domain = off();
    if (offersLive(domain)) {
      refusedWhenOff(domain, () -> domain.disks().throttle("vda", SLOW, Apply.LIVE));
      if (offersConfig(domain)) {
        refusedWhenOff(domain, () -> domain.disks().throttle("vda", SLOW, Apply.LIVE_AND_CONFIG));
      }
    }
  }
}
