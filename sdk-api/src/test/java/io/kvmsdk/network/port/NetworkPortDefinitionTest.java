package io.kvmsdk.network.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.network.DirectMode;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkPortDefinitionTest {

  private static final String OWNER =
      "<owner><name>web</name><uuid>5c6e6c74-1c7e-4d1c-9a3b-6a5d7c1f0d04</uuid></owner>";

  static List<PortPlug> plugs() {
    PciAddress function = PciAddress.of("0000:3b:02.1");
    return List.of(
        NetworkPlug.builder().bridge("virbr0").build(),
        BridgePlug.builder().bridge("br0").build(),
        DirectPlug.builder().device("enp1s0").mode(DirectMode.VEPA).build(),
        HostdevPlug.builder().managed(true).address(HostPciAddress.of(function)).build());
  }

  @ParameterizedTest
  @MethodSource("plugs")
  void whatIsBuiltIsValidAndComesBack(PortPlug plug) {
    NetworkPortDefinition made =
        NetworkPortDefinition.builder()
            .uuid(new UUID(1, 2))
            .ownerName("web")
            .ownerUuid(new UUID(3, 4))
            .mac(MacAddress.of("52:54:00:00:00:01"))
            .plug(plug)
            .build();
    assertThat(NetworkPortDefinition.fromXml(made.toXml(), Strictness.STRICT)).isEqualTo(made);
    assertThat(Schema.errors(Corpus.schema("networkport.rng"), made.toXml())).isEmpty();
  }

  @Test
  void aPlugOfANewKindIsKept() {
    String plug = "<plug type='warp' gate='7'><coil/></plug>";
    NetworkPortDefinition read = NetworkPortDefinition.fromXml(port(OWNER, plug));
    assertThat(read.plug().orElseThrow()).isInstanceOf(UnknownPortPlug.class);
    assertThat(read.plug().orElseThrow().type()).isEqualTo("warp");
    assertThat(read.withGroup("staff").toXml()).contains("gate='7'", "type='warp'", "<coil/>");
    assertThat(NetworkPortDefinition.fromXml(read.toXml())).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<plug/>|plug/@type|absent|a value",
        "<plug type='network'/>|plug/@bridge|absent|a value",
        "<plug type='direct' dev='a'/>|plug/@mode|absent|a value",
        "<plug type='hostdev-pci'/>|plug/address|absent|a value",
        "<uuid>7</uuid>|uuid|7|a UUID",
      })
  void whatIsWrongIsNamed(String inner, String path, String value, String expected) {
    assertWrong(port(OWNER, inner), path, value, expected);
  }

  @Test
  void theOwnerHasToBeThere() {
    assertWrong(port("", ""), "owner/name", "absent", "a value");
    assertWrong(port("<owner><name>web</name></owner>", ""), "owner/uuid", "absent", "a value");
    String noMac = "<networkport>" + OWNER + "</networkport>";
    assertWrong(noMac, "mac/@address", "absent", "a value");
  }

  private static String port(String owner, String inner) {
    return "<networkport>"
        + owner
        + "<mac address='52:54:00:00:00:01'/>"
        + inner
        + "</networkport>";
  }

  private static void assertWrong(String xml, String path, String value, String expected) {
    assertThatThrownBy(() -> NetworkPortDefinition.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo("networkport/" + path);
              assertThat(e.value()).isEqualTo(value);
              assertThat(e.expected()).contains(expected);
            });
  }
}
