package io.kvmsdk.network.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Refused;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HostInterfaceTest {

  private static final HostInterface BOND =
      HostInterface.bond(
          "bond0",
          BondMode.ACTIVE_BACKUP,
          HostInterface.ethernet("eth0"),
          HostInterface.ethernet("eth1"));

  private static void assertValid(HostInterface made) {
    assertThat(Schema.errors(Corpus.schema("interface.rng"), made.toXml())).isEmpty();
    assertThat(HostInterface.fromXml(made.toXml(), Strictness.STRICT)).isEqualTo(made);
  }

  @Test
  void aBridgeOfABond() {
    HostInterface bridge =
        HostInterface.bridge("br0", BOND.withStartMode(java.util.Optional.empty())).toBuilder()
            .ipv4("192.0.2.5", 24, "192.0.2.1")
            .build();
    assertThat(bridge.toXml())
        .isEqualTo(
            """
            <interface type='bridge' name='br0'>
              <start mode='onboot'/>
              <protocol family='ipv4'>
                <ip address='192.0.2.5' prefix='24'/>
                <route gateway='192.0.2.1'/>
              </protocol>
              <bridge>
                <interface type='bond' name='bond0'>
                  <bond mode='active-backup'>
                    <interface type='ethernet' name='eth0'/>
                    <interface type='ethernet' name='eth1'/>
                  </bond>
                </interface>
              </bridge>
            </interface>
            """
                .strip());
    assertValid(bridge);
    assertThat(bridge.parts())
        .extracting(part -> part.name().orElse(""))
        .containsExactly("bond0", "eth0", "eth1");
  }

  @Test
  void aVlanIsNamedAfterItsInterface() {
    HostInterface vlan = HostInterface.vlan("eth0", 7).toBuilder().dhcp().build();
    assertThat(vlan.name()).contains("eth0.7");
    assertThat(vlan.vlan().orElseThrow().tag()).isEqualTo(7);
    assertValid(vlan);
    assertValid(BOND);
    assertValid(HostInterface.ethernet("eth0"));
  }

  @Test
  void delaysAreFractionsOfSeconds() {
    assertThat(ForwardDelay.of(Duration.ofMillis(1500)).value()).isEqualTo("1.5");
    assertThat(ForwardDelay.of(Duration.ZERO).value()).isEqualTo("0");
    assertThat(ForwardDelay.of(Duration.ofSeconds(20)).value()).isEqualTo("20");
    assertThat(new ForwardDelay("0.01").duration()).contains(Duration.ofMillis(10));
    assertThat(new ForwardDelay("0.5s").duration()).isEmpty();
    Refused.at(
        "interface/bridge/@delay",
        "long",
        () ->
            HostInterface.fromXml(
                "<interface type='bridge' name='b'><bridge delay='long'/></interface>"));
  }

  @Test
  void whatCannotBeIsRefused() {
    Refused.at(
        "interface/@name",
        "absent",
        () -> HostInterface.builder().type(HostInterfaceType.ETHERNET).build());
    Refused.at(
        "interface/bridge",
        "absent",
        () -> HostInterface.fromXml("<interface type='bridge' name='b'/>"));
    Refused.at(
        "interface/bond",
        "absent",
        () -> HostInterface.fromXml("<interface type='bond' name='b'/>"));
    Refused.at("interface/vlan", "absent", () -> HostInterface.fromXml("<interface type='vlan'/>"));
    Refused.at("interface/@type", "absent", () -> HostInterface.fromXml("<interface name='b'/>"));
    Refused.at("vlan/@tag", "4096", () -> HostInterface.vlan("eth0", 4096));
    Refused.at(
        "interface/bond/miimon/@freq",
        "absent",
        () ->
            HostInterface.fromXml(
                "<interface type='bond' name='b'><bond><miimon/></bond></interface>"));
    Refused.at(
        "interface/vlan/@tag",
        "absent",
        () -> HostInterface.fromXml("<interface type='vlan'><vlan/></interface>"));
    MiiMonitor mii = MiiMonitor.builder().frequency(Duration.ofMillis(100)).build();
    ArpMonitor arp =
        ArpMonitor.builder().interval(Duration.ofMillis(100)).target("192.0.2.1").build();
    Refused.at(
        "bond/arpmon", "there", () -> HostBond.builder().miiMonitor(mii).arpMonitor(arp).build());
  }

  @Test
  void aKindOfANewerLibvirtIsKept() {
    String xml = "<interface type='team' name='t0'>\n  <team/>\n</interface>";
    assertThat(HostInterface.fromXml(xml).toXml()).isEqualTo(xml);
  }
}
