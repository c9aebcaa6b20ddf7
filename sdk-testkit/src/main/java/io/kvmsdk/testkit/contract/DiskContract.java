package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.call.Apply;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskFeatures;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.disk.source.FileDiskSource;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Disks that come and go. */
@Tag("disk")
abstract class DiskContract extends Contract {

  private static final String PLUGGED = "vdd";

  @Override
  DomainDefinition definition() {
    return guest("shared").addDisk(disk("vda", image("vda", 16))).build();
  }

  static Disk disk(String target, Path image) {
    return Disk.virtio(target, DiskSource.file(image.toString())).format(DiskFormat.RAW).build();
  }

  private Disk plugged() {
    return disk(PLUGGED, image(PLUGGED, 8));
  }

  private Set<String> seen(Domain domain) {
    return target().boots() ? target().view(domain).blockDevices() : Set.of();
  }

  private static void assertHas(DomainDefinition definition, Disk disk) {
    assertThat(definition.disk(disk.target()))
        .as("disk %s of %s", disk.target(), definition.name())
        .map(DiskContract::file)
        .contains(file(disk));
  }

  /** Not the whole source: a running hypervisor may say more of it, such as its index. */
  private static Optional<String> file(Disk disk) {
    return ((FileDiskSource) disk.source()).file();
  }

  private static void assertLacks(DomainDefinition definition, String target) {
    assertThat(definition.disk(target)).as("disk %s", target).isEmpty();
  }

  private boolean offersPlugging(Domain domain, Disk disk) {
    return offers(domain, DiskFeatures.HOT_ATTACH, () -> domain.disks().attach(disk, Apply.LIVE))
        && offers(
            domain,
            DiskFeatures.HOT_DETACH,
            () -> domain.disks().detach(disk.target(), Apply.LIVE));
  }

  private boolean offersConfig(Domain domain) {
    return offers(
        domain, DiskFeatures.CONFIG, () -> domain.disks().attach(plugged(), Apply.CONFIG));
  }

  @Test
  void comesAndGoesWhileTheMachineRuns() {
    Domain domain = booted();
    Disk disk = plugged();
    if (!offersPlugging(domain, disk)) {
      return;
    }
    Set<String> before = seen(domain);
    domain.disks().attach(disk, Apply.LIVE);
    assertHas(domain.definition(), disk);
    assertLacks(domain.inactiveDefinition(), PLUGGED);
    guestSees(
        domain,
        guest -> assertThat(guest.blockDevices()).containsAll(before).hasSize(before.size() + 1));

    domain.disks().detach(PLUGGED, Apply.LIVE);
    assertThat(seen(domain)).isEqualTo(before);
    assertLacks(domain.definition(), PLUGGED);
    assertHas(domain.definition(), definition().disks().get(0));
  }

  @Test
  void comesAndGoesWithTheNextStart() {
    Domain domain = off();
    if (!offersConfig(domain)) {
      return;
    }
    Disk disk = plugged();
    domain.disks().attach(disk, Apply.CONFIG);
    assertHas(domain.inactiveDefinition(), disk);
    failsWithoutTrace(
        domain, AlreadyExistsException.class, () -> domain.disks().attach(disk, Apply.CONFIG));
    domain.start();
    assertHas(domain.definition(), disk);

    domain.disks().detach(PLUGGED, Apply.CONFIG);
    assertLacks(domain.inactiveDefinition(), PLUGGED);
    assertHas(domain.definition(), disk);
    domain.destroy();
    assertLacks(domain.definition(), PLUGGED);
  }

  @Test
  void comesAndGoesForBoth() {
    Domain domain = booted();
    Disk disk = plugged();
    if (!offersPlugging(domain, disk) || !offersConfig(domain)) {
      return;
    }
    domain.disks().attach(disk, Apply.LIVE_AND_CONFIG);
    assertHas(domain.definition(), disk);
    assertHas(domain.inactiveDefinition(), disk);
    domain.disks().detach(PLUGGED, Apply.LIVE_AND_CONFIG);
    assertLacks(domain.definition(), PLUGGED);
    assertLacks(domain.inactiveDefinition(), PLUGGED);
  }

  @Test
  void aTargetIsTakenOnce() {
    Domain domain = running();
    Disk twin = disk("vda", image("twin", 8));
    if (offers(domain, DiskFeatures.HOT_ATTACH, () -> domain.disks().attach(twin, Apply.LIVE))) {
      AlreadyExistsException failure =
          failsWithoutTrace(
              domain, AlreadyExistsException.class, () -> domain.disks().attach(twin, Apply.LIVE));
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
      assertThat(failure).hasMessageContaining("vda");
    }
  }

  @Test
  void anImageThatIsMissingLeavesNothingBehind() {
    assumeBoots();
    Domain domain = booted();
    Path missing = target().scratch().resolve(name("missing") + ".raw");
    Disk broken = disk(PLUGGED, missing);
    if (!offersPlugging(domain, broken)) {
      return;
    }
    InvalidDefinitionException failure =
        failsWithoutTrace(
            domain,
            InvalidDefinitionException.class,
            () -> domain.disks().attach(broken, Apply.LIVE));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(failure).hasMessageContaining(missing.toString());
    assertThat(missing).doesNotExist();

    domain.disks().attach(plugged(), Apply.LIVE);
    domain.disks().detach(PLUGGED, Apply.LIVE);
    assertLacks(domain.definition(), PLUGGED);
  }

  @Test
  void whatIsNotThereCannotBeTaken() {
    Domain domain = running();
    if (offers(domain, DiskFeatures.HOT_DETACH, () -> domain.disks().detach("vdz", Apply.LIVE))) {
      NotFoundException failure =
          failsWithoutTrace(
              domain, NotFoundException.class, () -> domain.disks().detach("vdz", Apply.LIVE));
      assertThat(failure).hasMessageContaining("vdz");
    }
    if (offersConfig(domain)) {
      failsWithoutTrace(
          domain, NotFoundException.class, () -> domain.disks().detach("vdz", Apply.CONFIG));
    }
    assertThatThrownBy(() -> domain.disks().throttling("vdz"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void whatIsOffCannotBePlugged() {
    Domain domain = off();
    Disk disk = plugged();
    if (offersPlugging(domain, disk)) {
      refusedWhenOff(domain, () -> domain.disks().attach(disk, Apply.LIVE));
      refusedWhenOff(domain, () -> domain.disks().detach("vda", Apply.LIVE));
      if (offersConfig(domain)) {
        refusedWhenOff(domain, () -> domain.disks().attach(disk, Apply.LIVE_AND_CONFIG));
      }
    }
  }

  @Test
  void aGuestMayKeepADisk() {
    assumeBoots();
    DomainDefinition stubborn =
        target()
            .guest(name("stubborn"), GuestKind.REFUSES_UNPLUG)
            .addDisk(disk("vda", image("stubborn", 16)))
            .build();
    Domain domain = booted(kvm().domains().define(stubborn));
    if (offers(domain, DiskFeatures.HOT_DETACH, () -> domain.disks().detach("vda", Apply.LIVE))) {
      HypervisorException failure =
          catchThrowableOfType(
              HypervisorException.class,
              () -> domain.withTimeout(IMPATIENCE).disks().detach("vda", Apply.LIVE));
      assertThat(failure).isInstanceOfAny(TimedOutException.class, OperationFailedException.class);
      assertThat(failure.outcome())
          .isEqualTo(failure instanceof TimedOutException ? Outcome.UNKNOWN : Outcome.NOT_APPLIED);
      assertHas(domain.definition(), stubborn.disks().get(0));
      assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
      assertThat(seen(domain)).hasSize(1);
    }
    remove(domain);
  }
}
