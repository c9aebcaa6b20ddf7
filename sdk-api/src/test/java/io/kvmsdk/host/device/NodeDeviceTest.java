package io.kvmsdk.host.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.host.device.nested.NestedCapability;
import io.kvmsdk.host.device.nested.QethCapability;
import io.kvmsdk.host.device.nested.UnknownNestedCapability;
import io.kvmsdk.host.device.nested.VpdCapability;
import io.kvmsdk.host.device.part.MdevType;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Refused;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.TestDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeDeviceTest {

  private static NodeDevice own(String name) {
    return TestDocuments.of("device").stream()
        .filter(file -> file.endsWith(name + ".xml"))
        .findFirst()
        .map(file -> NodeDevice.fromXml(Corpus.text(file)))
        .orElseThrow();
  }

  @Test
  void aPciDeviceKnowsItsPlaceAndItsFunctions() {
    NodeDevice device = own("pci");
    assertThat(device.pciAddress()).contains(PciAddress.of("0000:02:00.1"));
    assertThat(device.physicalFunction()).contains(PciAddress.of("0000:01:00.0"));
    assertThat(device.virtualFunctions())
        .containsExactly(PciAddress.of("0000:02:10.0"), PciAddress.of("0000:02:10.2"));
    assertThat(device.mdevTypes())
        .extracting(MdevType::id)
        .containsExactly("vendor-11", "vendor-12");
    PciCapability pci = device.capability(PciCapability.class).orElseThrow();
    assertThat(pci.product().number()).isEqualTo(0x10c9);
    assertThat(pci.vendor().number()).isEqualTo(0x8086);
    VpdCapability vpd =
        NestedCapability.first(pci.capabilities(), VpdCapability.class).orElseThrow();
    assertThat(vpd.readOnly().orElseThrow().serialNumber()).contains("S");
    assertThat(vpd.readWrite().orElseThrow().assetTag()).contains("T");
  }

  @Test
  void anotherDeviceHasNoneOfThat() {
    NodeDevice device = own("net");
    assertThat(device.pciAddress()).isEmpty();
    assertThat(device.physicalFunction()).isEmpty();
    assertThat(device.virtualFunctions()).isEmpty();
    assertThat(device.mdevTypes()).isEmpty();
    assertThat(device.capability(NetCapability.class).orElseThrow().mac())
        .contains(MacAddress.of("00:27:13:6a:fe:00"));
    assertThat(own("css").mdevTypes()).hasSize(2);
    assertThat(own("ap-matrix").mdevTypes()).hasSize(2);
  }

  @Test
  void anAddressOfInfiniBandIsNoMac() {
    NetCapability net =
        NetCapability.builder()
            .interfaceName("ib0")
            .address("80:00:00:48:fe:80:00:00:00:00:00:00:f4:52:14:03:00:7b:cb:a1")
            .build();
    assertThat(net.mac()).isEmpty();
  }

  @Test
  void aMediatedDeviceCanBeMade() {
    NodeDevice made = NodeDevice.mdev("pci_0000_02_00_0", "vendor-11");
    assertThat(Schema.errors(Corpus.schema("nodedev.rng"), made.toXml())).isEmpty();
    assertThat(NodeDevice.fromXml(made.toXml(), Strictness.STRICT)).isEqualTo(made);
    assertThat(made.capability(MdevCapability.class).orElseThrow().typeId()).isEqualTo("vendor-11");
  }

  @Test
  void aVirtualAdapterCanBeMade() {
    NodeDevice made = NodeDevice.virtualHba("scsi_host3", "20000000c9831b4b", "10000000c9831b4b");
    assertThat(made.toXml())
        .isEqualTo(
            """
            <device>
              <name>new_hba</name>
              <parent>scsi_host3</parent>
              <capability type='scsi_host'>
                <capability type='fc_host'>
                  <wwnn>20000000c9831b4b</wwnn>
                  <wwpn>10000000c9831b4b</wwpn>
                </capability>
              </capability>
            </device>
            """
                .strip());
    assertThat(NodeDevice.fromXml(made.toXml(), Strictness.STRICT)).isEqualTo(made);
  }

  @Test
  void capabilitiesOfANewerLibvirtAreKept() {
    String xml =
        """
        <device>
          <name>x</name>
          <capability type='cxl'>
            <lanes>4</lanes>
          </capability>
          <capability type='scsi_target'>
            <target>t</target>
            <capability type='nvme'/>
          </capability>
        </device>
        """
            .strip();
    NodeDevice device = NodeDevice.fromXml(xml);
    assertThat(device.capabilities().get(0)).isInstanceOf(UnknownNodeCapability.class);
    assertThat(device.capability(ScsiTargetCapability.class).orElseThrow().capabilities())
        .singleElement()
        .isInstanceOf(UnknownNestedCapability.class);
    assertThat(device.toXml()).isEqualTo(xml);
  }

  @Test
  void aQethCardHasOneOfThreeTypes() {
    QethCapability card = QethCapability.builder().cardType("OSD").channelPath("BD").build();
    assertThat(card.type()).isEqualTo("qeth_generic");
    assertThat(card.withType("qeth_layer3").type()).isEqualTo("qeth_layer3");
    Refused.at("capability/@type", "ctc", () -> card.withType("ctc"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <capability/>|device/capability/@type|absent
          <capability type='vdpa'/>|device/capability/chardev|absent
          <capability type='scsi'><host>one</host></capability>|device/capability/host|one
          <capability type='mdev'/>|device/capability/type/@id|absent
          <capability type='pci'><domain>0</domain><bus>0</bus><slot>top</slot></capability>|device/capability/slot|top
          <devnode>/dev/x</devnode>|device/devnode/@type|absent
          """)
  void wrongInputIsNamed(String content, String path, String value) {
    Refused.at(path, value, () -> NodeDevice.fromXml("<device>" + content + "</device>"));
  }
}
