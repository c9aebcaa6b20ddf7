package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.call.Apply;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.network.InterfaceFeatures;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.units.MacAddress;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Network interfaces that come and go. */
@Tag("interface")
abstract class InterfaceContract extends Contract {

  private static final MacAddress NOBODY = MacAddress.of("52:54:00:00:00:01");

  private NetworkInterface card() {
    return target().networkInterface();
  }

  private Set<MacAddress> seen(Domain domain) {
    return target().boots() ? target().view(domain).macAddresses() : Set.of();
  }

  private static void assertHas(DomainDefinition definition, MacAddress mac) {
    assertThat(definition.networkInterface(mac)).as("interface %s", mac).isPresent();
  }

  private static void assertLacks(DomainDefinition definition, MacAddress mac) {
    assertThat(definition.networkInterface(mac)).as("interface %s", mac).isEmpty();
  }

  private boolean offersPlugging(Domain domain) {
    return offers(
            domain,
            InterfaceFeatures.HOT_ATTACH,
            () -> domain.interfaces().attach(card(), Apply.LIVE))
        && offers(
            domain,
            InterfaceFeatures.HOT_DETACH,
            () -> domain.interfaces().detach(NOBODY, Apply.LIVE));
  }

  private boolean offersConfig(Domain domain) {
    return offers(
        domain, InterfaceFeatures.CONFIG, () -> domain.interfaces().attach(card(), Apply.CONFIG));
  }

  @Test
  void comesAndGoesWhileTheMachineRuns() {
    Domain domain = booted();
    if (!offersPlugging(domain)) {
      return;
    }
    Set<MacAddress> before = seen(domain);
    MacAddress mac = domain.interfaces().attach(card(), Apply.LIVE);
    assertHas(domain.definition(), mac);
    assertLacks(domain.inactiveDefinition(), mac);
    guestSees(domain, guest -> assertThat(guest.macAddresses()).contains(mac).containsAll(before));

    domain.interfaces().detach(mac, Apply.LIVE);
    assertThat(seen(domain)).isEqualTo(before);
    assertLacks(domain.definition(), mac);
  }

  @Test
  void keepsTheAddressThatItIsGiven() {
    Domain domain = off();
    if (!offersConfig(domain)) {
      return;
    }
    MacAddress given = MacAddress.of("52:54:00:12:34:56");
    assertThat(domain.interfaces().attach(card().withMac(given), Apply.CONFIG)).isEqualTo(given);
    assertHas(domain.inactiveDefinition(), given);
    domain.interfaces().detach(given, Apply.CONFIG);
    assertLacks(domain.inactiveDefinition(), given);
  }

  @Test
  void comesAndGoesWithTheNextStart() {
    Domain domain = off();
    if (!offersConfig(domain)) {
      return;
    }
    MacAddress mac = domain.interfaces().attach(card(), Apply.CONFIG);
    assertHas(domain.inactiveDefinition(), mac);
    domain.start();
    assertHas(domain.definition(), mac);

    domain.interfaces().detach(mac, Apply.CONFIG);
    assertLacks(domain.inactiveDefinition(), mac);
    assertHas(domain.definition(), mac);
    domain.destroy();
    assertLacks(domain.definition(), mac);
  }

  @Test
  void comesAndGoesForBoth() {
    Domain domain = booted();
    if (!offersPlugging(domain) || !offersConfig(domain)) {
      return;
    }
    MacAddress mac = domain.interfaces().attach(card(), Apply.LIVE_AND_CONFIG);
    assertHas(domain.definition(), mac);
    assertHas(domain.inactiveDefinition(), mac);
    domain.interfaces().detach(mac, Apply.LIVE_AND_CONFIG);
    assertLacks(domain.definition(), mac);
    assertLacks(domain.inactiveDefinition(), mac);
  }

  @Test
  void anAddressIsTakenOnce() {
    Domain domain = booted();
    if (!offersPlugging(domain)) {
      return;
    }
    MacAddress mac = domain.interfaces().attach(card(), Apply.LIVE);
    AlreadyExistsException failure =
        failsWithoutTrace(
            domain,
            AlreadyExistsException.class,
            () -> domain.interfaces().attach(card().withMac(mac), Apply.LIVE));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(failure).hasMessageContaining(mac.toString());
    domain.interfaces().detach(mac, Apply.LIVE);
  }

  @Test
  void whatIsNotThereCannotBeTaken() {
    Domain domain = running();
    if (offersPlugging(domain)) {
      NotFoundException failure =
          failsWithoutTrace(
              domain,
              NotFoundException.class,
              () -> domain.interfaces().detach(NOBODY, Apply.LIVE));
      assertThat(failure).hasMessageContaining(NOBODY.toString());
    }
    if (offersConfig(domain)) {
      failsWithoutTrace(
          domain, NotFoundException.class, () -> domain.interfaces().detach(NOBODY, Apply.CONFIG));
    }
  }

  @Test
  void whatIsOffCannotBePlugged() {
    Domain domain = off();
    if (offersPlugging(domain)) {
      refusedWhenOff(domain, () -> domain.interfaces().attach(card(), Apply.LIVE));
      refusedWhenOff(domain, () -> domain.interfaces().detach(NOBODY, Apply.LIVE));
      if (offersConfig(domain)) {
        refusedWhenOff(domain, () -> domain.interfaces().attach(card(), Apply.LIVE_AND_CONFIG));
      }
    }
  }

  @Test
  void aGuestMayKeepAnInterface() {
    assumeBoots();
    MacAddress mac = MacAddress.random();
    DomainDefinition stubborn =
        target()
            .guest(name("stubborn"), GuestKind.REFUSES_UNPLUG)
            .addInterface(card().withMac(mac))
            .build();
    Domain domain = booted(kvm().domains().define(stubborn));
    if (offersPlugging(domain)) {
      HypervisorException failure =
          catchThrowableOfType(
              HypervisorException.class,
              () -> domain.withTimeout(IMPATIENCE).interfaces().detach(mac, Apply.LIVE));
      assertThat(failure).isInstanceOfAny(TimedOutException.class, OperationFailedException.class);
      assertThat(failure.outcome())
          .isEqualTo(failure instanceof TimedOutException ? Outcome.UNKNOWN : Outcome.NOT_APPLIED);
      assertHas(domain.definition(), mac);
      assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
      assertThat(seen(domain)).contains(mac);
    }
    remove(domain);
  }
}
