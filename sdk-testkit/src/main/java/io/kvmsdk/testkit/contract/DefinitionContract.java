package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainFeatures;
import io.kvmsdk.domain.DomainInfo;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.boot.PowerManagement;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.display.Graphics;
import io.kvmsdk.domain.display.Vnc;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Defining, finding, redefining and forgetting domains. */
@Tag("definition")
abstract class DefinitionContract extends Contract {

  private static final String NOTES = "urn:kvmsdk:contract:notes";
  private static final String OWNER = "urn:kvmsdk:contract:owner";

  @Test
  void definesAndFinds() {
    Domain domain = kvm().domains().define(guest("b").build());
    Domain earlier = kvm().domains().define(guest("a").build());

    assertThat(domain.name()).isEqualTo(name("b"));
    assertThat(kvm().domains().require(name("b")).uuid()).isEqualTo(domain.uuid());
    assertThat(kvm().domains().require(domain.uuid()).name()).isEqualTo(name("b"));
    assertThat(kvm().domains().find(name("b"))).map(Domain::uuid).contains(domain.uuid());
    assertThat(kvm().domains().find(domain.uuid())).map(Domain::name).contains(name("b"));
    List<String> names = kvm().domains().list().stream().map(Domain::name).toList();
    assertThat(names).contains(earlier.name(), domain.name()).isSorted();

    DomainInfo info = domain.info();
    assertThat(info.domain()).isEqualTo(domain.ref());
    assertThat(info.state()).isEqualTo(DomainState.SHUTOFF);
    assertThat(info.persistent()).isTrue();
    assertThat(info.vcpus()).isEqualTo(1);
    assertThat(Optional.of(info.maxMemory())).isEqualTo(guest("b").build().memory());
    assertThat(info.cpuTime()).isZero();
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    UUID nobody = UUID.randomUUID();
    assertThat(kvm().domains().find(name("nobody"))).isEmpty();
    assertThat(kvm().domains().find(nobody)).isEmpty();
    assertThatThrownBy(() -> kvm().domains().require(name("nobody")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining(name("nobody"));
    assertThatThrownBy(() -> kvm().domains().require(nobody))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining(nobody.toString());
  }

  @Test
  void keepsTheUuidThatItIsGiven() {
    UUID uuid = UUID.randomUUID();
    Domain domain = kvm().domains().define(guest("uuid").uuid(uuid).build());
    assertThat(domain.uuid()).isEqualTo(uuid);
    assertThat(domain.inactiveDefinition().uuid()).contains(uuid);
    assertThat(domain.definition().uuid()).contains(uuid);
  }

  @Test
  void aNameBelongsToOneUuid() {
    Domain domain = kvm().domains().define(guest("taken").title("first").build());
    DomainDefinition other = guest("taken").uuid(UUID.randomUUID()).title("second").build();

    AlreadyExistsException failure =
        failsWithoutTrace(
            domain, AlreadyExistsException.class, () -> kvm().domains().define(other));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(domain.inactiveDefinition().title()).contains("first");
  }

  @Test
  void aUuidBelongsToOneName() {
    Domain domain = kvm().domains().define(guest("name").build());
    DomainDefinition other = guest("other-name").uuid(domain.uuid()).build();

    failsWithoutTrace(domain, AlreadyExistsException.class, () -> kvm().domains().define(other));
    assertThat(kvm().domains().find(name("other-name"))).isEmpty();
  }

  @Test
  void replacesADefinition() {
    Domain domain = kvm().domains().define(guest("again").title("first").build());
    Domain again = kvm().domains().define(guest("again").title("second").build());
    assertThat(again.uuid()).isEqualTo(domain.uuid());
    assertThat(domain.inactiveDefinition().title()).contains("second");

    kvm().domains().define(guest("again").uuid(domain.uuid()).title("third").build());
    assertThat(domain.inactiveDefinition().title()).contains("third");
  }

  @Test
  void aRunningMachineGoesOnWithTheOldDefinition() {
    Domain domain = running();
    kvm().domains().define(definition().withTitle("for the next start"));

    assertThat(domain.inactiveDefinition().title()).contains("for the next start");
    assertThat(domain.definition().title()).isEmpty();
    assertThat(domain.state()).isEqualTo(DomainState.RUNNING);
    domain.destroy();
    assertThat(domain.definition().title()).contains("for the next start");
    kvm().domains().define(definition());
  }

  @Test
  void keepsWhatApplicationsAndPeopleWrite() {
    XmlElement notes =
        XmlElement.of("n", NOTES, "notes")
            .withAttribute("level", "a&b")
            .withChild(XmlElement.of("n", NOTES, "note").withText("<kept> & 'quoted'"));
    XmlElement owner = XmlElement.of("o", OWNER, "owner").withText("team \u00e9");
    DomainDefinition given = guest("kept").title("A title").description("More\nof it").build();
    DomainDefinition wanted = given.withMetadata(given.metadata().put(notes).put(owner));

    Domain domain = kvm().domains().define(wanted);
    DomainDefinition kept = domain.inactiveDefinition();
    assertThat(kept.title()).contains("A title");
    assertThat(kept.description()).contains("More\nof it");
    assertThat(kept.metadata().get(NOTES)).contains(notes);
    assertThat(kept.metadata().get(OWNER)).contains(owner);

    kvm().domains().define(kept.withTitle("Another"));
    assertThat(domain.inactiveDefinition().metadata().get(NOTES)).contains(notes);
  }

  @Test
  void keepsHowAGuestMaySleep() {
    PowerManagement asleep = PowerManagement.builder().suspendToMem(false).build();
    Domain domain = kvm().domains().define(guest("asleep").powerManagement(asleep).build());
    assertThat(domain.inactiveDefinition().powerManagement()).contains(asleep);
  }

  @Test
  void keepsSecretsToItself() {
    String password = "hush1234"; // VNC knows no longer ones
    Graphics console = Vnc.builder().port(-1).autoport(true).password(password).build();
    Domain domain = kvm().domains().define(guest("secret").addGraphics(console).build());
    assertThat(domain.inactiveDefinition().toXml()).doesNotContain(password);
    assertThat(domain.definition().toXml()).doesNotContain(password).contains("vnc");
  }

  @Test
  void whatIsReadCanBeDefinedAgain() {
    Domain domain = shared();
    DomainDefinition read = domain.inactiveDefinition();
    kvm().domains().define(read);
    assertThat(domain.inactiveDefinition().toXml()).isEqualTo(read.toXml());
  }

  @Test
  void forgets() {
    Domain domain = kvm().domains().define(guest("gone").build());
    domain.undefine();
    assertThat(kvm().domains().find(name("gone"))).isEmpty();
    assertThat(kvm().domains().find(domain.uuid())).isEmpty();
    assertThatThrownBy(domain::info).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(domain::start).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(domain::definition).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(domain::undefine).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> domain.cpus().info()).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> domain.memory().info()).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> domain.disks().throttling("vda"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void isStartedWithTheHostIfAsked() {
    Domain domain = shared();
    if (!offers(domain, DomainFeatures.AUTOSTART, () -> domain.setAutostart(true))) {
      return;
    }
    assertThat(domain.autostart()).isFalse();
    domain.setAutostart(true);
    assertThat(domain.autostart()).isTrue();
    domain.setAutostart(true);
    assertThat(domain.autostart()).isTrue();
    domain.setAutostart(false);
    assertThat(domain.autostart()).isFalse();
  }
}
