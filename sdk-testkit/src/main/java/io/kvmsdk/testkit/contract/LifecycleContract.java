package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainFeatures;
import io.kvmsdk.domain.DomainInfo;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.ShutdownMode;
import io.kvmsdk.domain.StateReason;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Starting, stopping, standing still, and what is said of it. */
@Tag("lifecycle")
abstract class LifecycleContract extends Contract {

  private static void assertState(Domain domain, DomainState state, StateReason... reasons) {
    DomainInfo info = domain.info();
    assertThat(info.state()).isEqualTo(state);
    assertThat(info.reason()).isIn((Object[]) reasons);
    assertThat(domain.state()).isEqualTo(state);
  }

  @Test
  void startsAndPullsThePlug() {
    Domain domain = off();
    domain.start();
    assertState(domain, DomainState.RUNNING, StateReason.BOOTED);

    InvalidStateException twice = catchThrowableOfType(InvalidStateException.class, domain::start);
    assertThat(twice).isNotNull();
    assertThat(twice.operation()).isEqualTo("domain.start");
    assertThat(twice.expected()).isNotBlank();
    assertThat(twice.actual()).isNotBlank();
    assertThat(twice.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertState(domain, DomainState.RUNNING, StateReason.BOOTED);

    domain.destroy();
    assertState(domain, DomainState.SHUTOFF, StateReason.DESTROYED);
  }

  @Test
  void whatIsOffCannotBeStopped() {
    Domain domain = off();
    refusedWhenOff(domain, domain::destroy);
    for (ShutdownMode mode : ShutdownMode.values()) {
      var feature =
          mode == ShutdownMode.ACPI ? DomainFeatures.SHUTDOWN_ACPI : DomainFeatures.SHUTDOWN_AGENT;
      if (offers(domain, feature, () -> domain.shutdown(mode))) {
        refusedWhenOff(domain, () -> domain.shutdown(mode));
      }
    }
    if (offers(domain, DomainFeatures.SUSPEND, domain::suspend)) {
      refusedWhenOff(domain, domain::suspend);
      refusedWhenOff(domain, domain::resume);
    }
    if (offers(domain, DomainFeatures.RESET, domain::reset)) {
      refusedWhenOff(domain, domain::reset);
    }
    if (offers(domain, DomainFeatures.REBOOT_ACPI, domain::reboot)) {
      refusedWhenOff(domain, domain::reboot);
    }
  }

  @Test
  void startsPausedAndGoesOn() {
    Domain domain = off();
    if (!offers(domain, DomainFeatures.START_PAUSED, domain::startPaused)) {
      return;
    }
    domain.startPaused();
    assertState(domain, DomainState.PAUSED, StateReason.USER, StateReason.STARTING_UP);
    domain.resume();
    assertState(domain, DomainState.RUNNING, StateReason.UNPAUSED);
    domain.destroy();
  }

  @Test
  void standsStillAndGoesOn() {
    Domain domain = running();
    if (!offers(domain, DomainFeatures.SUSPEND, domain::suspend)) {
      return;
    }
    domain.suspend();
    assertState(domain, DomainState.PAUSED, StateReason.USER);
    domain.suspend();
    assertState(domain, DomainState.PAUSED, StateReason.USER);
    domain.resume();
    assertState(domain, DomainState.RUNNING, StateReason.UNPAUSED);
    domain.resume();
    assertState(domain, DomainState.RUNNING, StateReason.UNPAUSED);
  }

  @Test
  void shutsDownByThePowerButton() {
    Domain domain = booted();
    if (!offers(domain, DomainFeatures.SHUTDOWN_ACPI, domain::shutdown)) {
      return;
    }
    domain.shutdown();
    assertState(domain, DomainState.SHUTOFF, StateReason.SHUTDOWN);
    assertThat(domain.info().cpuTime()).isZero();
  }

  @Test
  void shutsDownByTheAgent() {
    Domain domain = booted();
    if (!offers(domain, DomainFeatures.SHUTDOWN_AGENT, () -> domain.shutdown(ShutdownMode.AGENT))) {
      return;
    }
    domain.shutdown(ShutdownMode.AGENT);
    assertState(domain, DomainState.SHUTOFF, StateReason.SHUTDOWN);
  }

  @Test
  void aGuestMayIgnoreThePowerButton() {
    assumeBoots();
    DomainDefinition deaf = target().guest(name("deaf"), GuestKind.IGNORES_POWER_BUTTON).build();
    Domain domain = booted(kvm().domains().define(deaf));
    if (offers(domain, DomainFeatures.SHUTDOWN_ACPI, domain::shutdown)) {
      TimedOutException late =
          catchThrowableOfType(
              TimedOutException.class, () -> domain.withTimeout(IMPATIENCE).shutdown());
      assertThat(late).isNotNull();
      assertThat(late.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertState(domain, DomainState.RUNNING, StateReason.BOOTED);
    }
    remove(domain);
  }

  @Test
  void reboots() {
    Domain domain = booted();
    if (offers(domain, DomainFeatures.REBOOT_ACPI, domain::reboot)) {
      beginsAnew(domain, domain::reboot);
    }
  }

  @Test
  void rebootsByTheAgent() {
    Domain domain = booted();
    Runnable reboot = () -> domain.reboot(ShutdownMode.AGENT);
    if (offers(domain, DomainFeatures.REBOOT_AGENT, reboot::run)) {
      beginsAnew(domain, reboot);
    }
  }

  @Test
  void resets() {
    Domain domain = booted();
    if (offers(domain, DomainFeatures.RESET, domain::reset)) {
      beginsAnew(domain, domain::reset);
    }
  }

  private void beginsAnew(Domain domain, Runnable how) {
    Optional<String> before =
        target().boots() ? Optional.of(target().view(domain).bootId()) : Optional.empty();
    how.run();
    assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
    guestSees(domain, guest -> assertThat(guest.bootId()).isNotEqualTo(before.orElseThrow()));
  }

  @Test
  void saysWhatItUses() {
    Domain domain = booted();
    DomainInfo info = domain.info();
    assertThat(info.vcpus()).isEqualTo(1);
    assertThat(Optional.of(info.maxMemory())).isEqualTo(definition().memory());
    assertThat(info.memory()).isLessThanOrEqualTo(info.maxMemory());
    assertThat(info.cpuTime()).isPositive();
    assertThat(info.persistent()).isTrue();
  }

  @Test
  void withoutADefinitionItIsGoneWhenItStops() {
    Domain domain = kvm().domains().define(guest("undefined").build());
    domain.start();
    domain.undefine();
    assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
    assertThat(domain.info().persistent()).isFalse();
    assertThat(domain.definition().name()).isEqualTo(domain.name());
    failsWithoutTrace(domain, InvalidStateException.class, domain::inactiveDefinition);
    failsWithoutTrace(domain, InvalidStateException.class, domain::undefine);

    domain.destroy();
    assertThatThrownBy(domain::info).isInstanceOf(NotFoundException.class);
    assertThat(kvm().domains().find(domain.name())).isEmpty();
  }

  @Test
  void createsWhatLastsAsLongAsItRuns() {
    Domain running = shared();
    DomainDefinition definition = guest("transient").build();
    if (!offers(
        running, DomainFeatures.CREATE_TRANSIENT, () -> kvm().domains().create(definition))) {
      return;
    }
    Domain domain = kvm().domains().create(definition);
    assertState(domain, DomainState.RUNNING, StateReason.BOOTED);
    assertThat(domain.info().persistent()).isFalse();
    failsWithoutTrace(
        domain, AlreadyExistsException.class, () -> kvm().domains().create(definition));
    domain.destroy();
    assertThat(kvm().domains().find(domain.name())).isEmpty();
  }

  @Test
  void createsPaused() {
    Domain running = shared();
    DomainDefinition definition = guest("transient-paused").build();
    if (!offers(running, DomainFeatures.CREATE_TRANSIENT, () -> kvm().domains().create(definition))
        || !offers(
            running, DomainFeatures.START_PAUSED, () -> kvm().domains().createPaused(definition))) {
      return;
    }
    Domain domain = kvm().domains().createPaused(definition);
    assertThat(domain.state()).isEqualTo(DomainState.PAUSED);
    domain.resume();
    assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
    domain.destroy();
  }

  @Test
  void whatCannotStartIsOffAndSaysWhy() {
    assumeBoots();
    Path missing = target().scratch().resolve(name("missing") + ".raw");
    Disk disk =
        Disk.virtio("vda", DiskSource.file(missing.toString())).format(DiskFormat.RAW).build();
    Domain domain = kvm().domains().define(guest("unstartable").addDisk(disk).build());
    HypervisorException failure = catchThrowableOfType(HypervisorException.class, domain::start);
    assertThat(failure).isNotNull().hasMessageContaining(missing.toString());
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(domain.state()).isEqualTo(DomainState.SHUTOFF);
    domain.undefine();
  }

  @Test
  void aKilledHypervisorIsToldFromAStop() {
    Domain domain = running();
    Assumptions.assumeTrue(
        target().killHypervisorProcess(domain), "no process runs a domain on " + target().name());
    eventually(
        () -> assertState(domain, DomainState.SHUTOFF, StateReason.CRASHED, StateReason.FAILED));
    domain.info().detail().ifPresent(detail -> assertThat(detail).isNotBlank());
    domain.start();
    assertState(domain, DomainState.RUNNING, StateReason.BOOTED);
    assertThat(domain.info().detail()).isEmpty();
    domain.destroy();
  }
}
