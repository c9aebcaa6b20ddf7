package io.kvmsdk.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.TestDocuments;
import io.kvmsdk.xml.XmlMeaning;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project's own domain documents come back as they were. */
class DomainDocumentsTest {

  static Iterable<Path> modelled() {
    return TestDocuments.of("domain");
  }

  @ParameterizedTest
  @MethodSource("modelled")
  void whatIsModelledComesBackWithNothingLeftOver(Path document) {
    String xml = Corpus.text(document);
    DomainDefinition read = DomainDefinition.fromXml(xml, Strictness.STRICT);
    assertThat(XmlMeaning.differences(xml, read.toXml())).isEmpty();
    assertThat(DomainDefinition.fromXml(read.toXml())).isEqualTo(read).hasSameHashCodeAs(read);
    assertThat(read.toBuilder().build()).isEqualTo(read);
  }

  @Test
  void whatIsNotModelledComesBackToo() {
    String xml = Corpus.text(TestDocuments.of("newer").get(0));
    DomainDefinition read = DomainDefinition.fromXml(xml);
    assertThat(XmlMeaning.differences(xml, read.toXml())).isEmpty();
    assertThat(DomainDefinition.fromXml(read.toXml())).isEqualTo(read);
  }

  @Test
  void anEditKeepsTheRest() {
    String xml = Corpus.text(TestDocuments.of("newer").get(0));
    DomainDefinition read = DomainDefinition.fromXml(xml);
    DomainDefinition edited =
        read.withMemory(ByteSize.gibibytes(2)).toBuilder().title("edited").build();
    assertThat(XmlMeaning.differences(xml, edited.toXml()))
        .containsExactly(
            "/domain/memory: text '1073741824 bytes' became '2147483648 bytes'",
            "/domain/title: 0 became 1");
  }

  @Test
  void aValueThatIsSetReplacesWhatWasNotUnderstood() {
    DomainDefinition read = DomainDefinition.fromXml(Corpus.text(TestDocuments.of("newer").get(0)));
    assertThat(read.vcpus().orElseThrow().current()).isEmpty();
    String xml = read.vcpus().orElseThrow().withCurrent(1).toXml();
    assertThat(xml).isEqualTo("<vcpu current='1'>2</vcpu>");
  }

  @Test
  void strictNamesEverythingThatIsNotModelled() {
    String xml = Corpus.text(TestDocuments.of("newer").get(0));
    assertThatThrownBy(() -> DomainDefinition.fromXml(xml, Strictness.STRICT))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContainingAll(
            "domain/@shape",
            "domain/@v:rev",
            "domain/name/@lang",
            "domain/spin",
            "domain/memory/@dumpCore",
            "domain/vcpu/@current",
            "domain/os/boot[1]/@after",
            "domain/os/v:boot",
            "domain/cpu/numa/cell[2]/@id",
            "domain/devices/disk[1]/@brand",
            "domain/devices/disk[1]/driver/@iothread",
            "domain/devices/disk[1]/driver/hint",
            "domain/devices/disk[1]/source[1]/@bucket",
            "domain/devices/disk[1]/source[1]/token",
            "domain/devices/disk[1]/source[2]",
            "domain/devices/disk[1]/readonly/@how",
            "domain/devices/warp[1]",
            "domain/devices/warp[2]",
            "domain/devices/disk[2]/source/stamp",
            "domain/devices/disk[2]/boot[1]/@order",
            "domain/devices/interface/driver/moon",
            "domain/devices/serial/source[2]/@hops",
            "domain/devices/rng/backend/seed",
            "domain/qemu:commandline/qemu:wish");
  }

  @Test
  void spellingSurvivesUntilTheValueChanges() {
    Path general =
        TestDocuments.of("domain").stream()
            .filter(p -> p.endsWith("general.xml"))
            .findFirst()
            .get();
    DomainDefinition read = DomainDefinition.fromXml(Corpus.text(general));
    assertThat(read.toXml()).contains("4DEA22B3-1D52", "cpuset='0-3,^2,8'");
    assertThat(read.vcpus().orElseThrow().cpuSet().orElseThrow()).hasToString("0-1,3,8");
    assertThat(read.withUuid(new java.util.UUID(1, 2)).toXml())
        .contains("<uuid>00000000-0000-0001-0000-000000000002</uuid>");
  }
}
