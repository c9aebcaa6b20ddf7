package io.kvmsdk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What interfaces and networks have in common. */
class NetworkValuesTest {

  private static final UUID ID = new UUID(1, 2);

  @Test
  void bandwidthIsCountedInKilobytesAndBurstsInKibibytes() {
    Bandwidth read =
        Bandwidth.fromXml("<bandwidth><inbound average='1000' burst='3'/></bandwidth>");
    BandwidthLimit inbound = read.inbound().orElseThrow();
    assertThat(inbound.average()).contains(ByteRate.bytesPerSecond(1_000_000));
    assertThat(inbound.burst()).contains(ByteSize.bytes(3072));
    assertThat(Bandwidth.symmetric(ByteRate.megabitsPerSecond(8)).toXml())
        .isEqualTo(
            """
            <bandwidth>
              <inbound average='1000'/>
              <outbound average='1000'/>
            </bandwidth>\
            """);
    assertThat(Bandwidth.guaranteed(ByteRate.kilobytesPerSecond(5)).toXml())
        .contains("<inbound floor='5'/>")
        .doesNotContain("outbound");
    assertThat(Bandwidth.inbound(ByteRate.kilobytesPerSecond(5)).outbound()).isEmpty();
    assertThat(Bandwidth.outbound(ByteRate.kilobytesPerSecond(5)).inbound()).isEmpty();
  }

  @Test
  void amountsThatLibvirtHasNoNumberForAreRefused() {
    assertThatThrownBy(() -> Bandwidth.symmetric(ByteRate.mebibytesPerSecond(1)))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContainingAll("bandwidth/inbound/@average", "1 MiB/s", "1000 bytes");
    Bandwidth given = Bandwidth.outbound(ByteRate.kilobytesPerSecond(1));
    BandwidthLimit burst = given.outbound().orElseThrow().withBurst(ByteSize.bytes(1000));
    assertThatThrownBy(() -> given.withOutbound(burst))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContainingAll("bandwidth/outbound/@burst", "1000", "kibibytes");
  }

  @Test
  void vlansAreTagsOrTrunks() {
    assertThat(Vlan.tag(42).toXml()).isEqualTo("<vlan>\n  <tag id='42'/>\n</vlan>");
    assertThat(Vlan.trunk(7).toXml()).isEqualTo("<vlan trunk='yes'>\n  <tag id='7'/>\n</vlan>");
    Vlan trunk = Vlan.nativeTrunk(1, 7, 8);
    assertThat(trunk.ids()).containsExactly(1, 7, 8);
    assertThat(trunk.toXml()).contains("<tag id='1' nativeMode='untagged'/>", "<tag id='7'/>");
    assertThat(Vlan.nativeTrunk(1).ids()).containsExactly(1);
    assertThat(Vlan.fromXml(trunk.toXml())).isEqualTo(trunk);
    assertThatThrownBy(() -> Vlan.tag(4096)).hasMessageContainingAll("tag/@id", "4096", "4095");
    assertThatThrownBy(() -> Vlan.tag(-1)).isInstanceOf(InvalidDefinitionException.class);
    assertThatThrownBy(() -> Vlan.builder().build()).hasMessageContaining("vlan/tag");
    assertThat(Vlan.tag(4095).ids()).containsExactly(4095);
  }

  @Test
  void virtualPortsSayWhatTheirSwitchNeeds() {
    assertThat(VirtualPort.openVswitch().toXml()).isEqualTo("<virtualport type='openvswitch'/>");
    assertThat(VirtualPort.openVswitch(ID).interfaceId()).contains(ID);
    assertThat(VirtualPort.midonet(ID).toXml()).contains("type='midonet'", ID.toString());
    assertThat(VirtualPort.vnLink("gold").toXml())
        .contains("type='802.1Qbh'", "<parameters profileid='gold'/>");
    VirtualPort vepa = VirtualPort.vepa(11, 1193047, 2);
    assertThat(vepa.toXml())
        .contains(
            "type='802.1Qbg'", "<parameters managerid='11' typeid='1193047' typeidversion='2'/>");
    assertThat(VirtualPort.fromXml(vepa.toXml())).isEqualTo(vepa);
  }

  @Test
  void addressesKnowTheirFamily() {
    assertThat(InterfaceIp.of("192.0.2.1", 24).family()).isEmpty();
    assertThat(InterfaceIp.of("2001:db8::1", 64).family()).contains(AddressFamily.IPV6);
    assertThat(Route.to("10.8.0.0", 16, "10.7.0.1").toXml())
        .isEqualTo("<route address='10.8.0.0' prefix='16' gateway='10.7.0.1'/>");
    assertThat(Route.to("2001:db8::", 32, "fe80::1").family()).contains(AddressFamily.IPV6);
    assertThat(NetworkIp.of("2001:db8::1", 64).family()).contains(AddressFamily.IPV6);
  }

  @Test
  void variablesOfFiltersMayHaveSeveralValues() {
    FilterReference filter =
        FilterReference.of("clean").toBuilder()
            .parameter("IP", "192.0.2.1")
            .parameter("MASK", "24")
            .parameter("IP", "192.0.2.2")
            .build();
    assertThat(filter.values("IP")).containsExactly("192.0.2.1", "192.0.2.2");
    assertThat(filter.values("MAC")).isEmpty();
    assertThat(FilterReference.fromXml(filter.toXml())).isEqualTo(filter);
  }
}
