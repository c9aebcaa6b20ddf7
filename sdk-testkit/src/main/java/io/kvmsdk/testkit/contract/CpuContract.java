package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.call.Apply;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.cpu.CpuFeatures;
import io.kvmsdk.domain.cpu.CpuInfo;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** vCPUs that come and go. */
@Tag("cpu")
abstract class CpuContract extends Contract {

  private static final int MAXIMUM = 4;

  @Override
  DomainDefinition definition() {
    return guest("shared").vcpus(Vcpus.online(1).outOf(MAXIMUM)).build();
  }

  /** The shared domain, its guest up, with room for one more vCPU. */
  private Domain withRoom() {
    Domain domain = booted();
    if (domain.cpus().info().online() == MAXIMUM) {
      domain.destroy();
      booted(domain);
    }
    return domain;
  }

  private static int inDefinition(DomainDefinition definition) {
    return definition.vcpus().map(Vcpus::online).orElse(1);
  }

  private void assertLive(Domain domain, int count) {
    assertThat(domain.cpus().info()).isEqualTo(new CpuInfo(count, MAXIMUM));
    assertThat(domain.info().vcpus()).isEqualTo(count);
    assertThat(inDefinition(domain.definition())).isEqualTo(count);
    guestSees(domain, guest -> assertThat(guest.onlineCpus()).isEqualTo(count));
  }

  @Test
  void saysHowManyThereAre() {
    Domain domain = off();
    assertThat(domain.cpus().info()).isEqualTo(new CpuInfo(1, MAXIMUM));
    domain.start();
    assertThat(domain.cpus().info()).isEqualTo(new CpuInfo(1, MAXIMUM));
  }

  @Test
  void addsToARunningMachine() {
    Domain domain = withRoom();
    int more = domain.cpus().info().online() + 1;
    if (!offers(domain, CpuFeatures.HOT_ADD, () -> domain.cpus().setOnline(more, Apply.LIVE))) {
      return;
    }
    domain.cpus().setOnline(more, Apply.LIVE);
    assertLive(domain, more);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(1);

    domain.cpus().setOnline(more, Apply.LIVE);
    assertLive(domain, more);
  }

  @Test
  void takesFromARunningMachine() {
    Domain domain = withRoom();
    if (!domain.support(CpuFeatures.HOT_ADD).isYes()) {
      offers(domain, CpuFeatures.HOT_ADD, () -> domain.cpus().setOnline(2, Apply.LIVE));
      return;
    }
    int more = domain.cpus().info().online() + 1;
    domain.cpus().setOnline(more, Apply.LIVE);
    assertLive(domain, more);
    if (!offers(
        domain, CpuFeatures.HOT_REMOVE, () -> domain.cpus().setOnline(more - 1, Apply.LIVE))) {
      return;
    }
    domain.cpus().setOnline(more - 1, Apply.LIVE);
    assertThat(domain.cpus().info().online()).isEqualTo(more - 1);
    assertLive(domain, more - 1);
  }

  @Test
  void changesTheNextStart() {
    Domain domain = off();
    if (!offers(domain, CpuFeatures.CONFIG, () -> domain.cpus().setOnline(3, Apply.CONFIG))) {
      return;
    }
    domain.cpus().setOnline(3, Apply.CONFIG);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(3);
    assertThat(domain.cpus().info()).isEqualTo(new CpuInfo(3, MAXIMUM));
    domain.start();
    assertThat(domain.cpus().info()).isEqualTo(new CpuInfo(3, MAXIMUM));

    domain.cpus().setOnline(1, Apply.CONFIG);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(1);
    assertThat(domain.cpus().info()).isEqualTo(new CpuInfo(3, MAXIMUM));
    domain.destroy();
  }

  @Test
  void changesBoth() {
    Domain domain = withRoom();
    int more = domain.cpus().info().online() + 1;
    if (!offers(
            domain, CpuFeatures.CONFIG, () -> domain.cpus().setOnline(more, Apply.LIVE_AND_CONFIG))
        || !offers(
            domain,
            CpuFeatures.HOT_ADD,
            () -> domain.cpus().setOnline(more, Apply.LIVE_AND_CONFIG))) {
      return;
    }
    domain.cpus().setOnline(more, Apply.LIVE_AND_CONFIG);
    assertLive(domain, more);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(more);
    domain.cpus().setOnline(1, Apply.CONFIG);
  }

  @Test
  void refusesMoreThanTheMaximum() {
    Domain domain = running();
    for (Apply apply : Apply.values()) {
      if (apply.live()
          && !offers(domain, CpuFeatures.HOT_ADD, () -> domain.cpus().setOnline(2, Apply.LIVE))) {
        continue;
      }
      if (apply.config()
          && !offers(domain, CpuFeatures.CONFIG, () -> domain.cpus().setOnline(2, Apply.CONFIG))) {
        continue;
      }
      InvalidDefinitionException failure =
          failsWithoutTrace(
              domain,
              InvalidDefinitionException.class,
              () -> domain.cpus().setOnline(MAXIMUM + 1, apply));
      assertThat(failure.value()).isEqualTo(Integer.toString(MAXIMUM + 1));
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    }
  }

  @Test
  void refusesNone() {
    Domain domain = shared();
    assertThatThrownBy(() -> domain.cpus().setOnline(0, Apply.CONFIG))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addsNothingToWhatIsOff() {
    Domain domain = off();
    if (offers(domain, CpuFeatures.HOT_ADD, () -> domain.cpus().setOnline(2, Apply.LIVE))) {
      refusedWhenOff(domain, () -> domain.cpus().setOnline(2, Apply.LIVE));
    }
    if (offers(domain, CpuFeatures.CONFIG, () -> domain.cpus().setOnline(2, Apply.CONFIG))
        && domain.support(CpuFeatures.HOT_ADD).isYes()) {
      refusedWhenOff(domain, () -> domain.cpus().setOnline(2, Apply.LIVE_AND_CONFIG));
    }
  }
}
