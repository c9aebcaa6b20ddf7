package io.kvmsdk.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.network.source.UnknownInterfaceSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.MacAddress;
import org.junit.jupiter.api.Test;

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
}
