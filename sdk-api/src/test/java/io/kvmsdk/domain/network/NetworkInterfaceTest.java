package io.kvmsdk.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.network.source.HostdevInterfaceSource;
import io.kvmsdk.domain.network.source.InterfaceSource;
import io.kvmsdk.domain.network.source.SocketMode;
import io.kvmsdk.domain.network.source.UnknownInterfaceSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.network.Bandwidth;
import io.kvmsdk.network.FilterReference;
import io.kvmsdk.network.InterfaceIp;
import io.kvmsdk.network.Route;
import io.kvmsdk.network.Vlan;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.TestDocuments;
import io.kvmsdk.xml.XmlMeaning;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkInterfaceTest {

  @Test
  void conveniencesSetSourceAndDriver() {
    NetworkInterface made =
        NetworkInterface.virtio()
            .bridge("br0")
            .queues(4)
            .driver(InterfaceDriver.builder().name(InterfaceDriverName.VHOST).build())
            .mac(MacAddress.of("52:54:00:00:00:01"))
            .build();
    assertThat(made.toXml())
        .isEqualTo(
            """
            <interface type='bridge'>
              <mac address='52:54:00:00:00:01'/>
              <source bridge='br0'/>
              <model type='virtio'/>
              <driver name='vhost' queues='4'/>
            </interface>\
            """);
    assertThat(NetworkInterface.fromXml(made.toXml())).isEqualTo(made);
  }

  @Test
  void aConnectionOfANewTypeIsKept() {
    String xml =
        """
        <interface type='warp'>
          <source gate='7'/>
          <model type='virtio'/>
        </interface>\
        """;
    NetworkInterface read = NetworkInterface.fromXml(xml);
    assertThat(read.source()).isInstanceOf(UnknownInterfaceSource.class);
    assertThat(read.withMtu(9000).toXml()).contains("<source gate='7'/>", "<mtu size='9000'/>");
    assertThat(read.toXml()).isEqualTo(xml);
  }

  @Test
  void theSpellingOfAnAddressSurvives() {
    NetworkInterface read =
        NetworkInterface.fromXml(
            "<interface type='user'><mac address='52-54-00-AA-BB-CC'/></interface>");
    assertThat(read.mac()).contains(MacAddress.of("52:54:00:aa:bb:cc"));
    assertThat(read.toXml()).contains("52-54-00-AA-BB-CC");
    assertThat(read)
        .isEqualTo(
            NetworkInterface.builder().user().mac(MacAddress.of("52:54:00:aa:bb:cc")).build());
    assertThat(read.withMac(MacAddress.of("52:54:00:00:00:01")).toXml())
        .contains("52:54:00:00:00:01")
        .doesNotContain("AA-BB");
  }

  @Test
  void anAddressForGroupsIsRefused() {
    NetworkInterface.Builder b = NetworkInterface.virtio().user();
    assertThatThrownBy(() -> b.mac(MacAddress.of("53:54:00:00:00:01")).build())
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("interface/mac/@address");
  }

  private static final PciAddress FUNCTION = PciAddress.of("0000:3b:02.1");

  static List<NetworkInterface> shortcuts() {
    return List.of(
        NetworkInterface.e1000e().source(InterfaceSource.network("lab", "staff")).build(),
        NetworkInterface.virtio().openVswitch("ovsbr0").vlanTag(42).queues(2).build(),
        NetworkInterface.virtio().macvtap("enp1s0").trustGuestRxFilters(true).build(),
        NetworkInterface.sriov(FUNCTION).vlan(Vlan.tag(7)).build(),
        NetworkInterface.virtio().vhostUser("/run/switch/p0.sock").build(),
        NetworkInterface.virtio()
            .source(InterfaceSource.vhostUser("/run/switch/p1.sock", SocketMode.SERVER))
            .build(),
        NetworkInterface.virtio()
            .passt()
            .addIp(InterfaceIp.of("2001:db8::15", 64))
            .addPortForward(PortForward.tcp(2022, 22))
            .addPortForward(PortForward.udp(5353, 53))
            .build(),
        NetworkInterface.virtio().vdpa("/dev/vhost-vdpa-0").build(),
        NetworkInterface.virtio()
            .tap("tap7")
            .addRoute(Route.to("10.8.0.0", 16, "10.7.0.1"))
            .build(),
        NetworkInterface.virtio().source(InterfaceSource.multicast("239.1.2.3", 7000)).build(),
        NetworkInterface.virtio().source(InterfaceSource.server("192.0.2.1", 7001)).build(),
        NetworkInterface.virtio().source(InterfaceSource.client("192.0.2.1", 7001)).build(),
        NetworkInterface.virtio().source(InterfaceSource.none()).build(),
        NetworkInterface.virtio()
            .network("lab")
            .bandwidth(Bandwidth.symmetric(ByteRate.megabitsPerSecond(100)))
            .filter(FilterReference.builder().filter("f").parameter("IP", "192.0.2.1").build())
            .build(),
        NetworkInterface.virtio().bridge("br0").filter("clean-traffic").isolated(true).build());
  }

  @ParameterizedTest
  @MethodSource("shortcuts")
  void whatShortcutsMakeIsValidAndComesBack(NetworkInterface made) {
    assertThat(NetworkInterface.fromXml(made.toXml(), Strictness.STRICT)).isEqualTo(made);
    assertThat(Schema.errors(Corpus.schema("domain.rng"), domain(made.toXml()))).isEmpty();
  }

  static List<Path> documents() {
    return TestDocuments.of("domain").stream()
        .filter(path -> path.getFileName().toString().startsWith("interface-"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theDocumentsOfThisSubjectAreValid(Path document) {
    assertThat(Schema.errors(Corpus.schema("domain.rng"), Corpus.text(document))).isEmpty();
  }

  private static String domain(String device) {
    return """
    <domain type='kvm'>
      <name>one</name>
      <memory>1048576</memory>
      <os><type>hvm</type></os>
      <devices>%s</devices>
    </domain>
    """
        .formatted(device);
  }

  @Test
  void shortcutsSayAllThatTheirKindNeeds() {
    assertThat(NetworkInterface.virtio().openVswitch("ovsbr0").vlanTag(42).build().toXml())
        .isEqualTo(
            """
            <interface type='bridge'>
              <source bridge='ovsbr0'/>
              <virtualport type='openvswitch'/>
              <vlan>
                <tag id='42'/>
              </vlan>
              <model type='virtio'/>
            </interface>\
            """);
    assertThat(NetworkInterface.sriov(FUNCTION).build().toXml())
        .isEqualTo(
            """
            <interface type='hostdev' managed='yes'>
              <source>
                <address type='pci' domain='0x0000' bus='0x3b' slot='0x02' function='0x1'/>
              </source>
            </interface>\
            """);
    assertThat(NetworkInterface.virtio().passt().build().toXml())
        .contains("type='user'", "<backend type='passt'/>");
    assertThat(NetworkInterface.virtio().macvtap("enp1s0").build().toXml())
        .contains("<source dev='enp1s0' mode='bridge'/>");
    assertThat(NetworkInterface.virtio().tap("tap7").build().toXml())
        .contains("type='ethernet'", "<target dev='tap7'/>");
  }

  @Test
  void theDeviceOfTheHostIsToldByItsKindOfAddress() {
    HostdevInterfaceSource pci = hostdev("<address type='pci' bus='0x3b' slot='2'/>");
    assertThat(pci.address().orElseThrow().address()).hasToString("0000:3b:02.0");
    HostdevInterfaceSource usb = hostdev("<address bus='2' device='3'/>");
    assertThat(usb.address()).isEmpty();
    assertThat(usb.usbPort().orElseThrow().device()).isEqualTo(3);
    String other = "<interface type='hostdev'><source><address type='css' device='1'/>";
    NetworkInterface read = NetworkInterface.fromXml(other + "</source></interface>");
    assertThat(read.toXml()).contains("<address type='css' device='1'/>");
    assertThat(NetworkInterface.fromXml(read.toXml())).isEqualTo(read);
  }

  private static HostdevInterfaceSource hostdev(String address) {
    String xml = "<interface type='hostdev'><source>" + address + "</source></interface>";
    return (HostdevInterfaceSource) NetworkInterface.fromXml(xml, Strictness.STRICT).source();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type='mcast'|<source address='239.1.2.3'/>|source/@port|absent|a value",
        "type='client'|<source port='1'/>|source/@address|absent|a value",
        "type='server'|<source port='lots'/>|source/@port|lots|a whole number",
        "type='udp'|<source address='a' port='1'/>|source/local/@address|absent|a value",
        "type='vdpa'|<source/>|source/@dev|absent|a value",
        "type='internal'|<model type='virtio'/>|source/@name|absent|a value",
        "type='vds'|<source switchid='7'/>|source/@switchid|7|a UUID",
        "type='user'|<vlan><tag id='5000'/></vlan>|vlan/tag/@id|5000|0 to 4095",
        "type='user'|<vlan/>|vlan/tag|absent|one VLAN or more",
        "type='user'|<bandwidth><inbound peak='-1'/></bandwidth>"
            + "|bandwidth/inbound/@peak|-1|not negative",
        "type='user'|<portForward/>|portForward/@proto|absent|a value",
        "type='user'|<portForward proto='tcp'><range end='3'/></portForward>"
            + "|portForward/range/@start|absent|a value",
        "type='user'|<filterref/>|filterref/@filter|absent|a value",
        "type='user'|<ip prefix='8'/>|ip/@address|absent|a value",
        "type='user'|<driver queues='many'/>|driver/@queues|many|a whole number",
        "type='user'|<tune><sndbuf>big</sndbuf></tune>|tune/sndbuf|big|a whole number",
        "type='user'|<mac address='52:54'/>|mac/@address|52:54|six octets",
      })
  void whatIsWrongIsNamed(String type, String inner, String path, String value, String expected) {
    String xml = "<interface " + type + ">" + inner + "</interface>";
    assertThatThrownBy(() -> NetworkInterface.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo("interface/" + path);
              assertThat(e.value()).isEqualTo(value);
              assertThat(e.expected()).contains(expected);
            });
  }

  @Test
  void whatANewerLibvirtMaySayIsKept() {
    String xml =
        """
        <interface type='user' trustGuestRxFilters='perhaps'>
          <bandwidth>
            <inbound average='1.5' jitter='3'/>
          </bandwidth>
          <vlan trunk='auto'>
            <tag id='7' nativeMode='shaken' color='blue'/>
          </vlan>
          <portForward proto='sctp' via='x'>
            <range start='1' step='2'/>
          </portForward>
          <driver queues='auto2' rss='0x1'/>
          <backend type='warp' hostname='h'/>
          <coalesce>
            <rx>
              <frames max='7' low='1'/>
            </rx>
          </coalesce>
        </interface>\
        """;
    String known = xml.replace("auto2", "2x");
    NetworkInterface read = NetworkInterface.fromXml(known);
    assertThat(read.toXml().lines()).containsExactlyInAnyOrderElementsOf(known.lines().toList());
    assertThat(NetworkInterface.fromXml(read.withMtu(9000).toXml()).withMtu(Optional.empty()))
        .isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type='udp'><source address='a' port='1'><local address='b' port='1.5'/></source>",
        "type='mcast'><source address='a' port='1+'/>",
        "type='hostdev'><source><address type='usb' bus='1' device='2.1'/></source>",
        "type='user'><vlan><tag id='1-9'/></vlan>",
        "type='user'><portForward proto='tcp'><range start='7-9'/></portForward>"
      })
  void aNumberInANewFormIsKeptWhereItIsNeeded(String inner) {
    String xml = "<interface " + inner + "</interface>";
    NetworkInterface read = NetworkInterface.fromXml(xml);
    assertThat(XmlMeaning.differences(xml, read.toXml())).isEmpty();
    assertThatThrownBy(() -> NetworkInterface.fromXml(xml, Strictness.STRICT))
        .isInstanceOf(InvalidDefinitionException.class);
  }
}
