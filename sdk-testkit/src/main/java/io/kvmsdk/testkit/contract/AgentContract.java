package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.agent.AgentFeatures;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.OperationFailedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Talking to the agent inside the guest. */
@Tag("agent")
abstract class AgentContract extends Contract {

  private static final String UNHEARD_OF = "{\"execute\":\"guest-make-coffee\"}";

  private boolean offersAgent(Domain domain) {
    return offers(domain, AgentFeatures.COMMAND, () -> domain.agent().ping());
  }

  @Test
  void answers() {
    Domain domain = running();
    if (!offersAgent(domain)) {
      return;
    }
    awaitGuest(domain);
    domain.agent().ping();
    assertThat(domain.agent().execute("{\"execute\":\"guest-get-osinfo\"}"))
        .contains("return")
        .contains("tiny");
    assertThat(domain.agent().execute("{ \"execute\" : \"guest-get-vcpus\" }"))
        .contains("logical-id");
  }

  @Test
  void saysWhatItDoesNotKnow() {
    Domain domain = running();
    if (!offersAgent(domain)) {
      return;
    }
    awaitGuest(domain);
    OperationFailedException failure =
        catchThrowableOfType(
            OperationFailedException.class, () -> domain.agent().execute(UNHEARD_OF));
    assertThat(failure).isNotNull().hasMessageContaining("guest-make-coffee");
    assertThat(failure.nativeCode()).isPresent();
    domain.agent().ping();
  }

  @Test
  void isNotThereWhenTheMachineIsOff() {
    Domain domain = off();
    if (offersAgent(domain)) {
      refusedWhenOff(domain, () -> domain.agent().ping());
    }
  }

  @Test
  void isNotThereBeforeTheGuestIsUp() {
    Domain domain = off();
    if (!offersAgent(domain)) {
      return;
    }
    assumeBoots();
    domain.start();
    assertThatThrownBy(() -> domain.withTimeout(Duration.ofMillis(250)).agent().ping())
        .isInstanceOf(AgentUnavailableException.class);
    domain.destroy();
  }

  @Test
  void needsAChannel() {
    assumeBoots();
    DomainDefinition mute = guest("mute").channels(List.of()).build();
    Domain domain = kvm().domains().define(mute);
    domain.start();
    if (offersAgent(domain)) {
      assertThatThrownBy(() -> domain.withTimeout(Duration.ofSeconds(10)).agent().ping())
          .isInstanceOf(AgentUnavailableException.class);
    } else {
      takeNotes(); // it is this machine that lacks it, not the backend
    }
    remove(domain);
  }
}
