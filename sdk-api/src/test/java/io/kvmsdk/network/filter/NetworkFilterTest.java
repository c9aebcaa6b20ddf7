package io.kvmsdk.network.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.units.MacAddress;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Refused;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkFilterTest {

  private static final NetworkFilter WEB =
      NetworkFilter.of(
          "web",
          FilterRule.drop(FilterDirection.OUT, FilterCondition.foreignMac()).withPriority(-900),
          FilterReference.builder().filter("clean-traffic").parameter("IP", "10.0.0.1").build(),
          FilterRule.drop(FilterDirection.OUT, FilterCondition.foreignIp()),
          FilterRule.accept(FilterDirection.IN, FilterCondition.tcp(443)),
          FilterRule.accept(FilterDirection.OUT, FilterCondition.udp(53)),
          FilterRule.accept(FilterDirection.OUT, FilterCondition.protocol(FilterProtocol.ICMPV6)),
          FilterRule.drop(FilterDirection.INOUT));

  @Test
  void aFilterIsMadeInFewWords() {
    assertThat(WEB.toXml())
        .isEqualTo(
            """
            <filter name='web'>
              <rule action='drop' direction='out' priority='-900'>
                <mac match='no' srcmacaddr='$MAC'/>
              </rule>
              <filterref filter='clean-traffic'>
                <parameter name='IP' value='10.0.0.1'/>
              </filterref>
              <rule action='drop' direction='out'>
                <ip match='no' srcipaddr='$IP'/>
              </rule>
              <rule action='accept' direction='in'>
                <tcp dstportstart='443'/>
              </rule>
              <rule action='accept' direction='out'>
                <udp dstportstart='53'/>
              </rule>
              <rule action='accept' direction='out'>
                <icmpv6/>
              </rule>
              <rule action='drop' direction='inout'/>
            </filter>
            """
                .strip());
    assertThat(NetworkFilter.fromXml(WEB.toXml(), Strictness.STRICT)).isEqualTo(WEB);
    assertThat(Schema.errors(Corpus.schema("nwfilter.rng"), WEB.toXml())).isEmpty();
  }

  @Test
  void rulesAndReferencesStayInTheirOrder() {
    assertThat(WEB.rules()).hasSize(6);
    assertThat(WEB.references())
        .extracting(FilterReference::filter)
        .containsExactly("clean-traffic");
    assertThat(WEB.entries().get(1)).isEqualTo(WEB.references().get(0));
    assertThat(NetworkFilter.fromXml(WEB.toXml()).entries()).isEqualTo(WEB.entries());
  }

  @Test
  void aVariableMayHaveSeveralValues() {
    FilterReference reference =
        FilterReference.builder()
            .filter("web")
            .parameter("IP", "10.0.0.1")
            .parameter("PORT", "80")
            .parameter("IP", "10.0.0.2")
            .build();
    assertThat(reference.values("IP")).containsExactly("10.0.0.1", "10.0.0.2");
    assertThat(reference.values("MAC")).isEmpty();
    assertThat(FilterReference.fromXml(reference.toXml())).isEqualTo(reference);
  }

  @Test
  void valuesAreNumbersAddressesOrVariables() {
    assertThat(FilterValue.of(0x800).value()).isEqualTo("2048");
    assertThat(FilterValue.of(MacAddress.of("52:54:00:00:00:01")).value())
        .isEqualTo("52:54:00:00:00:01");
    assertThat(FilterValue.variable("IP")).isEqualTo(FilterValue.INTERFACE_IP);
    assertThat(FilterValue.variable("PORTS[1]").isVariable()).isTrue();
    assertThat(FilterValue.of("10.0.0.1").isVariable()).isFalse();
  }

  @Test
  void wordsForYesAndNoKeepTheirSpelling() {
    String xml =
        "<rule action='drop' direction='in' statematch='0'>\n"
            + "  <arp gratuitous='1'/>\n"
            + "</rule>";
    FilterRule rule = FilterRule.fromXml(xml, Strictness.STRICT);
    assertThat(rule.stateMatch()).contains(false);
    assertThat(rule.conditions())
        .singleElement()
        .isInstanceOfSatisfying(
            ArpCondition.class, arp -> assertThat(arp.gratuitous()).contains(true));
    assertThat(rule.toXml()).isEqualTo(xml);
    assertThat(rule.withStateMatch(true).toXml()).contains("statematch='true'");
  }

  @Test
  void aProtocolOfANewerLibvirtIsKept() {
    String xml = "<rule action='drop' direction='in'>\n  <quic/>\n</rule>";
    FilterRule rule = FilterRule.fromXml(xml);
    assertThat(rule.conditions()).isEmpty();
    assertThat(rule.extras().elements("quic")).hasSize(1);
    assertThat(rule.toXml()).isEqualTo(xml);
  }

  @Test
  void aConditionIsOfAProtocolThatHasItsValues() {
    Refused.at("rule", "arp", () -> TransportCondition.of(FilterProtocol.ARP));
    Refused.at("rule", "tcp", () -> ArpCondition.builder().protocol(FilterProtocol.TCP).build());
    Refused.at("rule", "mac", () -> IpCondition.builder().protocol(FilterProtocol.MAC).build());
    assertThat(MacCondition.builder().build().protocol()).isEqualTo(FilterProtocol.MAC);
    assertThat(List.of(VlanCondition.builder().build(), StpCondition.builder().build()))
        .extracting(FilterCondition::protocol)
        .containsExactly(FilterProtocol.VLAN, FilterProtocol.STP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name='web'|''|filter/@name|absent
          priority='-900'|priority='first'|filter/rule[1]/@priority|first
          priority='-900'|priority='-1001'|filter/rule[1]/@priority|-1001
          action='accept'|''|filter/rule[3]/@action|absent
          direction='inout'|''|filter/rule[6]/@direction|absent
          filter='clean-traffic'|''|filter/filterref/@filter|absent
          value='10.0.0.1'|''|filter/filterref/parameter/@value|absent
          """)
  void wrongInputIsNamed(String from, String to, String path, String value) {
    assertThat(WEB.toXml()).contains(from);
    Refused.at(path, value, () -> NetworkFilter.fromXml(WEB.toXml().replaceFirst(from, to)));
  }

  @Test
  void aBindingNamesItsPort() {
    NetworkFilterBinding binding =
        NetworkFilterBinding.builder()
            .ownerName("web-1")
            .ownerUuid(new java.util.UUID(1, 2))
            .portDevice("vnet0")
            .mac(MacAddress.of("52:54:00:00:00:01"))
            .filter(FilterReference.of("web"))
            .build();
    assertThat(Schema.errors(Corpus.schema("nwfilterbinding.rng"), binding.toXml())).isEmpty();
    assertThat(NetworkFilterBinding.fromXml(binding.toXml(), Strictness.STRICT)).isEqualTo(binding);
    Refused.at(
        "filterbinding/portdev/@name",
        "absent",
        () -> NetworkFilterBinding.fromXml(binding.toXml().replace(" name='vnet0'", "")));
  }
}
