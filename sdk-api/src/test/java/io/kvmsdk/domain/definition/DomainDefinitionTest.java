package io.kvmsdk.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Metadata;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DomainDefinitionTest {

  static List<DomainDefinition> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsBuiltComesBackEqual(DomainDefinition built) {
    DomainDefinition read = DomainDefinition.fromXml(built.toXml(), Strictness.STRICT);
    assertThat(read).isEqualTo(built).hasSameHashCodeAs(built);
    assertThat(read.toXml()).isEqualTo(built.toXml());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsBuiltIsValid(DomainDefinition built) {
    assertThat(Schema.errors(Corpus.schema("domain.rng"), built.toXml())).isEmpty();
  }

  @Test
  void whatIsNotValidIsSeen() {
    String xml = Samples.plain().toXml().replace("</os>", "<moon/></os>");
    assertThat(Schema.errors(Corpus.schema("domain.rng"), xml)).isNotEmpty();
  }

  @Test
  void theExampleIsWrittenAsLibvirtDoes() {
    assertThat(Samples.web().toXml())
        .isEqualTo(
            """
            <domain type='kvm'>
              <name>web-1</name>
              <memory unit='KiB'>4194304</memory>
              <vcpu current='2'>8</vcpu>
              <os>
                <type>hvm</type>
              </os>
              <cpu mode='host-passthrough'/>
              <devices>
                <disk type='file'>
                  <driver type='qcow2' cache='none'/>
                  <source file='/var/lib/images/web-1.qcow2'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
                <interface type='network'>
                  <source network='default'/>
                  <model type='virtio'/>
                  <driver queues='4'/>
                </interface>
              </devices>
            </domain>\
            """);
  }

  @Test
  void changingOneValueKeepsTheRest() {
    DomainDefinition everything = Samples.everything();
    DomainDefinition changed = everything.withMemory(ByteSize.gibibytes(3));
    assertThat(changed).isNotEqualTo(everything);
    assertThat(changed.withMemory(ByteSize.gibibytes(4))).isEqualTo(everything);
    assertThat(changed.toBuilder().memory(ByteSize.gibibytes(4)).build()).isEqualTo(everything);
  }

  @Test
  void devicesAreFound() {
    DomainDefinition everything = Samples.everything();
    assertThat(everything.disk("sdb"))
        .hasValueSatisfying(disk -> assertThat(disk.readOnly()).isTrue());
    assertThat(everything.disk("vdz")).isEmpty();
    assertThat(everything.networkInterface(MacAddress.of("52-54-00-6B-3C-58"))).isPresent();
    assertThat(everything.networkInterface(MacAddress.of("52:54:00:00:00:00"))).isEmpty();
  }

  @Test
  void metadataIsKeptByNamespace() {
    Metadata metadata = Samples.everything().metadata();
    assertThat(metadata.get("http://example.org/app").orElseThrow().attribute("team"))
        .contains("web");
    XmlElement other = XmlElement.of("o", "urn:other", "x");
    Metadata two = metadata.put(other).put(other.withAttribute("n", "2"));
    assertThat(two.elements()).hasSize(2);
    assertThat(two.get("urn:other").orElseThrow().attribute("n")).contains("2");
    assertThat(two.remove("urn:other")).isEqualTo(metadata);
    assertThat(two.remove("urn:other").remove("http://example.org/app")).isEqualTo(Metadata.NONE);
    assertThatThrownBy(() -> metadata.put(XmlElement.of("x")))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("metadata/x");
  }

  @Test
  void extrasSayWhatTheModelHasNoNameFor() {
    XmlElement moonlabel = XmlElement.of("moonlabel").withAttribute("type", "none");
    XmlElement moondog = XmlElement.of("moondog").withAttribute("model", "loud");
    DomainDefinition plain = Samples.plain();
    DomainDefinition with =
        plain.withExtras(
            Extras.of(moonlabel)
                .withAttribute("shape", "round")
                .withIn("devices", Extras.of(moondog)));
    DomainDefinition read = DomainDefinition.fromXml(with.toXml());
    assertThat(read.extras().elements("moonlabel")).containsExactly(moonlabel);
    assertThat(read.extras().attribute("shape")).contains("round");
    assertThat(read.extras().in("devices").elements()).containsExactly(moondog);
    assertThat(read.extras().in("devices").withoutElements("moondog").isEmpty()).isTrue();
  }

  @Test
  void toStringShowsNoSecret() {
    DomainDefinition read =
        DomainDefinition.fromXml(
            Samples.everything()
                .toXml()
                .replace("</devices>", "<x key='geheim'>geheim</x></devices>")
                .replace("keymap", "secretive='geheim' keymap"));
    assertThat(read.toXml()).contains("passwd='geheim'", "key='geheim'", "secretive='geheim'");
    assertThat(read.toString())
        .doesNotContain("geheim")
        .contains("everything", "@secretive", "<x>");
  }

  @Test
  void theNextFreeTargetIsCountedAsLibvirtCounts() {
    DomainDefinition definition = Samples.plain();
    for (String expected : List.of("vda", "vdb", "vdc")) {
      assertThat(definition.nextFreeTarget("vd")).isEqualTo(expected);
      definition = withDisk(definition, expected);
    }
    for (int i = 3; i < 26 + 26 * 26; i++) {
      definition = withDisk(definition, definition.nextFreeTarget("vd"));
    }
    assertThat(definition.disk("vdz")).isPresent();
    assertThat(definition.disk("vdaa")).isPresent();
    assertThat(definition.disk("vdzz")).isPresent();
    assertThat(definition.nextFreeTarget("vd")).isEqualTo("vdaaa");
    assertThat(definition.nextFreeTarget("sd")).isEqualTo("sda");
    List<Disk> disks = new ArrayList<>(definition.disks());
    disks.removeIf(disk -> disk.target().equals("vdab"));
    assertThat(definition.withDisks(disks).nextFreeTarget("vd")).isEqualTo("vdab");
  }

  private static DomainDefinition withDisk(DomainDefinition definition, String target) {
    Disk disk = Disk.virtio(target, DiskSource.file("/" + target)).build();
    return definition.toBuilder().addDisk(disk).build();
  }
}
