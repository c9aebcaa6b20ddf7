package io.kvmsdk.domain.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Strictness;
import org.junit.jupiter.api.Test;

class PciDeviceAddressTest {

  @Test
  void s390HasIdentifiersOfItsOwn() {
    PciDeviceAddress address =
        PciDeviceAddress.of(new PciAddress(0, 0, 1, 0)).withZpciUid(0x12).withZpciFid(0xffffffffL);
    String xml = DeviceAddress.XML.format(address);
    assertThat(xml)
        .isEqualTo(
            """
            <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'>
              <zpci uid='0x0012' fid='0xffffffff'/>
            </address>\
            """);
    assertThat(DeviceAddress.XML.parse(xml, Strictness.STRICT)).isEqualTo(address);
    assertThatThrownBy(() ->
            DeviceAddress.XML.parse(
                "<address type='pci'><zpci uid='one'/></address>", Strictness.LENIENT))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> assertThat(e.path()).isEqualTo("address/zpci/@uid"));
  }
}
