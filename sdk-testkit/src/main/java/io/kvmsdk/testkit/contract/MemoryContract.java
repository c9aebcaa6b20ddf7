package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.call.Apply;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.memory.BalloonModel;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.domain.memory.MemoryFeatures;
import io.kvmsdk.domain.memory.MemoryInfo;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.units.ByteSize;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Memory that a guest gives up and gets back. */
@Tag("memory")
abstract class MemoryContract extends Contract {

  private static final ByteSize FULL = ByteSize.mebibytes(256);
  private static final ByteSize LESS = ByteSize.mebibytes(208);

  @Override
  DomainDefinition definition() {
    return guest("shared").memory(FULL).build();
  }

  private static ByteSize inDefinition(DomainDefinition definition) {
    return definition.currentMemory().or(definition::memory).orElseThrow();
  }

  private static void assertLive(Domain domain, ByteSize size) {
    assertThat(domain.memory().info()).isEqualTo(new MemoryInfo(FULL, size));
    assertThat(domain.info().memory()).isEqualTo(size);
    assertThat(domain.info().maxMemory()).isEqualTo(FULL);
    assertThat(inDefinition(domain.definition())).isEqualTo(size);
  }

  @Test
  void saysHowMuchThereIs() {
    Domain domain = off();
    assertThat(domain.memory().info()).isEqualTo(new MemoryInfo(FULL, FULL));
    domain.start();
    assertThat(domain.memory().info()).isEqualTo(new MemoryInfo(FULL, FULL));
  }

  @Test
  void takesAndGivesBack() {
    Domain domain = booted();
    if (!offers(domain, MemoryFeatures.BALLOON, () -> domain.memory().balloonTo(LESS))) {
      return;
    }
    ByteSize seen = target().boots() ? target().view(domain).memoryTotal() : FULL;
    ByteSize taken = FULL.minus(LESS);

    domain.memory().balloonTo(LESS);
    assertLive(domain, LESS);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(FULL);
    guestSees(domain, guest -> assertThat(guest.memoryTotal()).isEqualTo(seen.minus(taken)));

    domain.memory().balloonTo(FULL);
    assertLive(domain, FULL);
    guestSees(domain, guest -> assertThat(guest.memoryTotal()).isEqualTo(seen));
  }

  @Test
  void changesTheNextStart() {
    Domain domain = off();
    if (!offers(
        domain, MemoryFeatures.CONFIG, () -> domain.memory().balloonTo(LESS, Apply.CONFIG))) {
      return;
    }
    domain.memory().balloonTo(LESS, Apply.CONFIG);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(LESS);
    assertThat(domain.memory().info()).isEqualTo(new MemoryInfo(FULL, LESS));
    domain.memory().balloonTo(FULL, Apply.CONFIG);
    assertThat(domain.memory().info()).isEqualTo(new MemoryInfo(FULL, FULL));
  }

  @Test
  void changesBoth() {
    Domain domain = booted();
    if (!offers(
            domain,
            MemoryFeatures.BALLOON,
            () -> domain.memory().balloonTo(LESS, Apply.LIVE_AND_CONFIG))
        || !offers(
            domain,
            MemoryFeatures.CONFIG,
            () -> domain.memory().balloonTo(LESS, Apply.LIVE_AND_CONFIG))) {
      return;
    }
    domain.memory().balloonTo(LESS, Apply.LIVE_AND_CONFIG);
    assertLive(domain, LESS);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(LESS);
    domain.memory().balloonTo(FULL, Apply.LIVE_AND_CONFIG);
    assertLive(domain, FULL);
    assertThat(inDefinition(domain.inactiveDefinition())).isEqualTo(FULL);
  }

  @Test
  void refusesMoreThanThereIs() {
    Domain domain = running();
    ByteSize more = FULL.plus(ByteSize.mebibytes(1));
    for (Apply apply : Apply.values()) {
      if (apply.live()
          && !offers(domain, MemoryFeatures.BALLOON, () -> domain.memory().balloonTo(LESS))) {
        continue;
      }
      if (apply.config()
          && !offers(
              domain, MemoryFeatures.CONFIG, () -> domain.memory().balloonTo(LESS, Apply.CONFIG))) {
        continue;
      }
      InvalidDefinitionException failure =
          failsWithoutTrace(
              domain,
              InvalidDefinitionException.class,
              () -> domain.memory().balloonTo(more, apply));
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    }
  }

  @Test
  void refusesNothingAtAll() {
    Domain domain = shared();
    assertThatThrownBy(() -> domain.memory().balloonTo(ByteSize.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesNothingFromWhatIsOff() {
    Domain domain = off();
    if (offers(domain, MemoryFeatures.BALLOON, () -> domain.memory().balloonTo(LESS))) {
      refusedWhenOff(domain, () -> domain.memory().balloonTo(LESS));
    }
  }

  @Test
  void aMachineWithoutABalloonSaysSo() {
    assumeBoots();
    MemBalloon none = MemBalloon.builder().model(BalloonModel.NONE).build();
    Domain domain = kvm().domains().define(guest("no-balloon").memBalloon(none).build());
    domain.start();
    assertThat(domain.support(MemoryFeatures.BALLOON)).isInstanceOf(Support.No.class);
    offers(domain, MemoryFeatures.BALLOON, () -> domain.memory().balloonTo(LESS));
    takeNotes(); // it is this machine that lacks it, not the backend
    remove(domain);
  }
}
