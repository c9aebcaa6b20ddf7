package io.kvmsdk.domain.namespaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlElement;
import io.kvmsdk.xml.XmlMeaning;
import org.junit.jupiter.api.Test;

class NamespacesTest {

  private static final DomainDefinition PLAIN =
      DomainDefinition.builder().name("plain").memory(ByteSize.mebibytes(64)).build();

  private static final DomainDefinition EVERYTHING =
      PLAIN.toBuilder()
          .qemuCommandLine(
              QemuCommandLine.args("-device", "edu").toBuilder()
                  .addVariable(QemuVariable.of("A", "<\n\"'&"))
                  .build())
          .qemuCapabilities(
              QemuCapabilities.builder().addAdditions("a", "b").addDeletion("c").build())
          .qemuOverride(
              QemuOverride.builder()
                  .addDevice(
                      QemuDeviceOverride.of(
                          "ua-disk",
                          QemuProperty.string("serial", "S-1"),
                          QemuProperty.unsigned("num-queues", 3),
                          QemuProperty.bool("write-cache", true),
                          QemuProperty.remove("scsi")))
                  .build())
          .qemuDeprecation(QemuDeprecation.of(QemuDeprecationBehavior.REJECT))
          .lxcNamespace(
              LxcNamespace.builder()
                  .network(LxcShare.network("red"))
                  .ipc(LxcShare.process(7))
                  .uts(LxcShare.container("other"))
                  .build())
          .xenCommandLine(XenCommandLine.args("-xen"))
          .bhyveCommandLine(BhyveCommandLine.args("-bhyve"))
          .vmwareDatacenterPath("folder/dc")
          .build();

  @Test
  void whatIsBuiltIsWellFormedValidAndComesBackEqual() {
    String xml = EVERYTHING.toXml();
    assertThat(XmlElement.parse(xml).children()).hasSizeGreaterThan(8);
    assertThat(Schema.errors(Corpus.schema("domain.rng"), xml)).isEmpty();
    DomainDefinition read = DomainDefinition.fromXml(xml, Strictness.STRICT);
    assertThat(read).isEqualTo(EVERYTHING).hasSameHashCodeAs(EVERYTHING);
    assertThat(read.toXml()).isEqualTo(xml);
    assertThat(read.qemuOverride().orElseThrow().device("ua-disk").orElseThrow().properties())
        .hasSize(4);
  }

  @Test
  void anElementDeclaresItsNamespace() {
    assertThat(PLAIN.withQemuCommandLine(QemuCommandLine.args("-device", "edu")).toXml())
        .contains(
            """
              <qemu:commandline xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
                <qemu:arg value='-device'/>
                <qemu:arg value='edu'/>
              </qemu:commandline>
            """);
  }

  @Test
  void aPrefixOfTheDocumentIsKeptAndUsed() {
    String xml =
        """
        <domain xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0' type='kvm'>
          <name>a</name>
          <memory unit='KiB'>65536</memory>
          <os>
            <type>hvm</type>
          </os>
          <q:commandline>
            <q:arg value='-one'/>
          </q:commandline>
        </domain>\
        """;
    DomainDefinition read = DomainDefinition.fromXml(xml, Strictness.STRICT);
    assertThat(read.toXml()).isEqualTo(xml);
    QemuCommandLine two = QemuCommandLine.args("-one", "-two");
    DomainDefinition more =
        read.withQemuCommandLine(two)
            .withQemuDeprecation(QemuDeprecation.of(QemuDeprecationBehavior.OMIT));
    assertThat(more.toXml())
        .contains("<q:arg value='-two'/>", "<q:deprecation behavior='omit'/>")
        .doesNotContain("qemu:");
    assertThat(DomainDefinition.fromXml(more.toXml()).qemuCommandLine()).contains(two);
  }

  @Test
  void whatIsUnknownWithinIsKept() {
    String xml =
        """
        <domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
          <name>a</name>
          <memory unit='KiB'>65536</memory>
          <os>
            <type>hvm</type>
          </os>
          <qemu:commandline mode='m'>
            <qemu:arg value='-one' quoted='no'/>
            <qemu:arg value='-two'/>
            <qemu:file path='/a'/>
            <arg value='plain'/>
          </qemu:commandline>
          <qemu:override>
            <qemu:device alias='a'>
              <qemu:frontend new='x'/>
              <qemu:backend/>
            </qemu:device>
          </qemu:override>
          <qemu:commandline>
            <qemu:arg value='-second'/>
          </qemu:commandline>
          <commandline/>
          <v:commandline xmlns:v='urn:vendor'/>
        </domain>\
        """;
    DomainDefinition read = DomainDefinition.fromXml(xml);
    assertThat(read.qemuCommandLine().orElseThrow().args()).containsExactly("-one", "-two");
    assertThat(XmlMeaning.differences(xml, read.toXml())).isEmpty();
    assertThat(DomainDefinition.fromXml(read.toXml())).isEqualTo(read);
    assertThat(read.extras().elements("commandline")).hasSize(3);
  }

  @Test
  void argumentsWithoutAValueStayInTheirOrder() {
    String xml =
        EVERYTHING.toXml().replace("<qemu:arg value='-device'/>", "<qemu:arg text='-device'/>");
    DomainDefinition read = DomainDefinition.fromXml(xml);
    assertThat(read.qemuCommandLine().orElseThrow().args()).isEmpty();
    assertThat(XmlMeaning.differences(xml, read.toXml())).isEmpty();
  }

  @Test
  void argumentsAndVariablesAreNotPrinted() {
    QemuCommandLine line =
        QemuCommandLine.args("-object", "secret,data=geheim").toBuilder()
            .addVariable(QemuVariable.of("TOKEN", "geheim"))
            .build();
    DomainDefinition definition =
        PLAIN.toBuilder()
            .qemuCommandLine(line)
            .xenCommandLine(XenCommandLine.args("geheim"))
            .bhyveCommandLine(BhyveCommandLine.args("geheim"))
            .build();
    assertThat(definition.toString()).contains("TOKEN").doesNotContain("geheim");
    assertThat(definition.toXml()).contains("data=geheim", "value='geheim'");
  }
}
