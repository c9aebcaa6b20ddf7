package io.kvmsdk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.network.dhcp.DhcpHost;
import io.kvmsdk.network.dhcp.DhcpLease;
import io.kvmsdk.network.dhcp.DhcpRange;
import io.kvmsdk.network.dhcp.DhcpServer;
import io.kvmsdk.network.dhcp.LeaseUnit;
import io.kvmsdk.network.dns.DnsForwarder;
import io.kvmsdk.network.dns.DnsHost;
import io.kvmsdk.network.dns.DnsServer;
import io.kvmsdk.network.dns.DnsTextRecord;
import io.kvmsdk.network.forward.ForwardAddress;
import io.kvmsdk.network.forward.ForwardMode;
import io.kvmsdk.network.forward.Nat;
import io.kvmsdk.network.forward.NetworkForward;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.TestDocuments;
import io.kvmsdk.xml.XmlElement;
import io.kvmsdk.xml.XmlMeaning;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkDefinitionTest {

  private static final MacAddress MAC = MacAddress.of("52:54:00:00:00:01");

  static List<NetworkDefinition> made() {
    return List.of(
        NetworkDefinition.nat("n", "192.168.100.1/24"),
        NetworkDefinition.routed("n", "10.0.0.1/8"),
        NetworkDefinition.isolated("n", "192.168.100.254/24"),
        NetworkDefinition.isolated("n"),
        NetworkDefinition.bridged("n", "br0"),
        NetworkDefinition.openVswitch("n", "ovsbr0").withVlan(Vlan.trunk(7, 8)),
        NetworkDefinition.macvtap("n", "enp1s0", "enp2s0"),
        NetworkDefinition.sriovPool("n", "enp59s0f0"),
        NetworkDefinition.builder()
            .name("n")
            .forward(
                NetworkForward.of(ForwardMode.NAT)
                    .withNat(Nat.builder().addresses("192.0.2.1", "192.0.2.1").ports(1, 9).build()))
            .domain(NetworkDomain.of("vm.example.org"))
            .dns(
                DnsServer.builder()
                    .addForwarder(DnsForwarder.of("192.0.2.53"))
                    .addTextRecord(DnsTextRecord.of("a", "b"))
                    .addHost(DnsHost.of("192.0.2.1", "one", "uno"))
                    .build())
            .addIp(
                Ipv4Subnet.of("10.7.0.1/24")
                    .withDhcp()
                    .withDhcp(
                        DhcpServer.builder()
                            .addRange(DhcpRange.of("10.7.0.9", "10.7.0.19"))
                            .addHost(DhcpHost.of(MAC, "10.7.0.2").withLease(DhcpLease.infinite()))
                            .addHost(DhcpHost.named("db", "10.7.0.3"))
                            .build()))
            .addPortGroup(PortGroup.of("staff").withDefaultGroup(true))
            .dnsmasqOptions("log-queries")
            .build(),
        NetworkDefinition.builder()
            .name("n")
            .forward(
                NetworkForward.of(ForwardMode.HOSTDEV)
                    .withAddresses(ForwardAddress.of(PciAddress.of("0000:3b:02.1"))))
            .dns(DnsServer.disabled())
            .build());
  }

  @ParameterizedTest
  @MethodSource("made")
  void whatIsBuiltIsValidAndComesBack(NetworkDefinition made) {
    assertThat(Schema.errors(Corpus.schema("network.rng"), made.toXml())).isEmpty();
    assertThat(NetworkDefinition.fromXml(made.toXml(), Strictness.STRICT)).isEqualTo(made);
  }

  @Test
  void aNetworkWithAddressTranslationIsOneLine() {
    assertThat(NetworkDefinition.nat("lab", "192.168.100.1/24").toXml())
        .isEqualTo(
            """
            <network>
              <name>lab</name>
              <forward mode='nat'/>
              <ip address='192.168.100.1' prefix='24'>
                <dhcp>
                  <range start='192.168.100.2' end='192.168.100.254'/>
                </dhcp>
              </ip>
            </network>\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1/8, 10.0.0.2, 10.255.255.254",
    "192.168.100.254/24, 192.168.100.1, 192.168.100.253",
    "192.168.100.100/24, 192.168.100.101, 192.168.100.254",
    "192.168.100.200/24, 192.168.100.1, 192.168.100.199",
    "192.0.2.5/30, 192.0.2.6, 192.0.2.6",
    "192.0.2.6/30, 192.0.2.5, 192.0.2.5",
    "200.1.2.3/1, 128.0.0.1, 200.1.2.2",
    "128.0.0.1/1, 128.0.0.2, 255.255.255.254",
  })
  void theRangeIsTheLargerPartOfTheSubnet(String address, String first, String last) {
    NetworkIp ip = NetworkDefinition.isolated("n", address).ips().get(0);
    assertThat(ip.address().orElseThrow() + "/" + ip.prefix().orElseThrow()).isEqualTo(address);
    assertThat(ip.dhcp().orElseThrow().ranges()).containsExactly(DhcpRange.of(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.100.1",
        "192.168.100.0/24",
        "192.168.100.255/24",
        "192.168.100.1/31",
        "192.168.100.1/0",
        "192.168.100.256/24",
        "192.168.100/24",
        "192.168.100.1/24/1",
        "192.168.100.x/24",
        "192.168.100.1/",
        "2001:db8::1/64"
      })
  void anAddressThatIsNoneOfAHostIsRefused(String address) {
    assertThatThrownBy(() -> NetworkDefinition.nat("n", address))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContainingAll("network/ip/@address", address, "192.168.100.1/24");
  }

  @Test
  void partsAreFound() {
    NetworkDefinition nat = document("nat.xml");
    assertThat(nat.forwardMode()).contains(ForwardMode.NAT);
    assertThat(nat.dhcpHost(MAC).orElseThrow().ip()).isEqualTo("10.7.0.11");
    assertThat(nat.dhcpHost(MacAddress.of("52:54:00:00:00:09"))).isEmpty();
    assertThat(nat.dnsmasqOptions().orElseThrow().lines())
        .containsExactly("cname=www,web", "log-queries");
    NetworkDefinition ovs = document("open-vswitch.xml");
    assertThat(ovs.portGroup("guests").orElseThrow().defaultGroup()).contains(false);
    assertThat(ovs.portGroup("nobody")).isEmpty();
    assertThat(ovs.defaultPortGroup().orElseThrow().name()).isEqualTo("staff");
    assertThat(document("empty.xml").forwardMode()).contains(ForwardMode.NAT);
    assertThat(NetworkDefinition.isolated("n").forwardMode()).isEmpty();
    assertThat(document("pool.xml").forward().orElseThrow().addresses().get(1).address())
        .isEqualTo(PciAddress.of("0000:3b:02.2"));
  }

  @Test
  void leasesHaveALength() {
    assertThat(DhcpLease.infinite().length()).isEmpty();
    assertThat(DhcpLease.of(Duration.ofMinutes(5)).length()).contains(Duration.ofMinutes(5));
    DhcpLease read = document("nat.xml").dhcpHost(MAC).orElseThrow().lease().orElseThrow();
    assertThat(read.length()).contains(Duration.ofHours(2));
    assertThat(DhcpLease.builder().expiry(3).build().length()).contains(Duration.ofMinutes(3));
    DhcpLease days = DhcpLease.builder().expiry(3).unit(new LeaseUnit("days")).build();
    assertThat(days.length()).isEmpty();
  }

  @Test
  void whatApplicationsKeepIsEdited() {
    XmlElement note = XmlElement.parse("<a:note xmlns:a='https://example.org/a'>x</a:note>");
    NetworkDefinition given = document("nat.xml");
    NetworkDefinition edited = given.withMetadata(given.metadata().put(note));
    assertThat(edited.metadata().get("https://example.org/a")).contains(note);
    assertThat(edited.metadata().get("https://example.org/note")).isPresent();
    assertThat(NetworkDefinition.fromXml(edited.toXml())).isEqualTo(edited);
  }

  @Test
  void whatGoesToDnsmasqIsNotPrinted() {
    NetworkDefinition made =
        NetworkDefinition.isolated("n").toBuilder().dnsmasqOptions("tag=s3cret").build();
    assertThat(made.toString()).doesNotContain("s3cret");
    assertThat(made.toXml())
        .contains(
            "<dnsmasq:options xmlns:dnsmasq='http://libvirt.org/schemas/network/dnsmasq/1.0'>",
            "<dnsmasq:option value='tag=s3cret'/>");
  }

  @Test
  void whatANewerLibvirtMaySayIsKept() {
    String xml =
        """
        <network shape='round'>
          <name>n</name>
          <forward mode='warp' speed='9'>
            <nat ipv6='auto'/>
            <interface dev='a' b='c'/>
            <gate/>
          </forward>
          <bridge stp='rapid' delay='1.5'/>
          <dns>
            <mx name='m'/>
          </dns>
          <ip address='10.7.0.1' prefix='24'>
            <dhcp>
              <range start='10.7.0.2' end='10.7.0.9'>
                <lease expiry='3' unit='days'/>
              </range>
              <relay to='x'/>
            </dhcp>
          </ip>
          <moon/>
          <d:options xmlns:d='http://libvirt.org/schemas/network/dnsmasq/1.0' d:order='1'>
            <d:option value='a' when='b'/>
            <d:file/>
          </d:options>
        </network>\
        """;
    NetworkDefinition read = NetworkDefinition.fromXml(xml);
    assertThat(XmlMeaning.differences(xml, read.toXml())).isEmpty();
    assertThat(NetworkDefinition.fromXml(read.toXml())).isEqualTo(read);
    assertThatThrownBy(() -> NetworkDefinition.fromXml(xml, Strictness.STRICT))
        .hasMessageContainingAll(
            "network/@shape",
            "network/forward/@speed",
            "network/forward/nat/@ipv6",
            "network/forward/interface/@b",
            "network/forward/gate",
            "network/bridge/@stp",
            "network/bridge/@delay",
            "network/dns/mx",
            "network/ip/dhcp/relay",
            "network/moon",
            "network/d:options/@d:order",
            "network/d:options/d:option/@when",
            "network/d:options/d:file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<mtu size='1'/>|name|absent|a value",
        "<name>n</name><uuid>7</uuid>|uuid|7|a UUID",
        "<name>n</name><mtu size='large'/>|mtu/@size|large|a whole number",
        "<name>n</name><bridge delay='-1'/>|bridge/@delay|-1|not negative",
        "<name>n</name><domain/>|domain/@name|absent|a value",
        "<name>n</name><forward><interface/></forward>|forward/interface/@dev|absent|a value",
        "<name>n</name><forward><address/></forward>|forward/address/@type|absent|a value",
        "<name>n</name><forward><nat><port start='1'/></nat></forward>"
            + "|forward/nat/port/@end|absent|a value",
        "<name>n</name><dns><txt name='a'/></dns>|dns/txt/@value|absent|a value",
        "<name>n</name><dns><srv service='a'/></dns>|dns/srv/@protocol|absent|a value",
        "<name>n</name><dns><host/></dns>|dns/host/@ip|absent|a value",
        "<name>n</name><ip/><ip><dhcp><range end='a'/></dhcp></ip>"
            + "|ip[2]/dhcp/range/@start|absent|a value",
        "<name>n</name><ip><dhcp><host mac='x' ip='y'/></dhcp></ip>"
            + "|ip/dhcp/host/@mac|x|six octets",
        "<name>n</name><ip><dhcp><bootp/></dhcp></ip>|ip/dhcp/bootp/@file|absent|a value",
        "<name>n</name><portgroup><vlan><tag id='1'/></vlan></portgroup>"
            + "|portgroup/@name|absent|a value",
        "<name>n</name><route address='a'/>|route/@gateway|absent|a value",
      })
  void whatIsWrongIsNamed(String inner, String path, String value, String expected) {
    assertThatThrownBy(() -> NetworkDefinition.fromXml("<network>" + inner + "</network>"))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo("network/" + path);
              assertThat(e.value()).isEqualTo(value);
              assertThat(e.expected()).contains(expected);
            });
  }

  private static NetworkDefinition document(String name) {
    return TestDocuments.of("network").stream()
        .filter(path -> path.endsWith(name))
        .findFirst()
        .map(path -> NetworkDefinition.fromXml(Corpus.text(path)))
        .orElseThrow();
  }
}
