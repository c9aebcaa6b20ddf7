package io.kvmsdk.domain.passthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.passthrough.source.HostDeviceSource;
import io.kvmsdk.domain.passthrough.source.IscsiHostDeviceSource;
import io.kvmsdk.domain.passthrough.source.UnknownHostDeviceSource;
import io.kvmsdk.domain.passthrough.source.UsbHostDeviceSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Strictness;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostDeviceTest {

  @Test
  void aPciDevice() {
    PciAddress address = PciAddress.of("0000:3b:02.1");
    HostDevice device = HostDevice.pci(address);
    assertThat(device.toXml())
        .isEqualTo(
            """
            <hostdev mode='subsystem' type='pci' managed='yes'>
              <source>
                <address domain='0x0000' bus='0x3b' slot='0x02' function='0x1'/>
              </source>
            </hostdev>\
            """);
    assertThat(device.hostPciAddress()).contains(address);
    assertThat(device.mdevUuid()).isEmpty();
  }

  @Test
  void aMediatedDevice() {
    UUID uuid = new UUID(1, 2);
    assertThat(HostDevice.mdev(uuid).mdevUuid()).contains(uuid);
    assertThat(HostDevice.mdev(uuid).model()).contains(HostDeviceModel.VFIO_PCI);
    assertThat(HostDevice.mdev(uuid).hostPciAddress()).isEmpty();
  }

  @Test
  void aModeThatIsNotWrittenIsAssumed() {
    String xml =
        """
        <hostdev type='usb'>
          <source>
            <address bus='1' device='2'/>
          </source>
        </hostdev>\
        """;
    HostDevice read = HostDevice.fromXml(xml, Strictness.STRICT);
    assertThat(read.source().mode()).isEqualTo("subsystem");
    assertThat(read.toXml()).isEqualTo(xml);
    assertThat(HostDevice.usbAt(1, 2)).isEqualTo(read);
  }

  @Test
  void numbersOfUsbMayBeOctal() {
    HostDevice read =
        HostDevice.fromXml(
            """
            <hostdev mode='subsystem' type='usb'>
              <source>
                <vendor id='4660'/>
                <product id='0xBEEF'/>
                <address bus='001' device='014'/>
              </source>
            </hostdev>\
            """);
    UsbHostDeviceSource usb = (UsbHostDeviceSource) read.source();
    assertThat(usb.vendor()).contains(0x1234);
    assertThat(usb.product()).contains(0xbeef);
    assertThat(usb.bus()).contains(1);
    assertThat(usb.device()).contains(12);
    assertThat(usb.withDevice(13)).isNotEqualTo(usb);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode='subsystem' type='scsi'|protocol='nvme' nqn='x'",
        "mode='subsystem' type='scsi_host'|protocol='fast' id='1'",
        "mode='subsystem' type='scsi_host'|id='1'",
        "mode='subsystem' type='pcie6'|lane='1'",
        "mode='lease' type='pci'|holder='me'"
      })
  void aSourceOfANewKindIsKept(String kind) {
    String[] parts = kind.split("\\|");
    String xml =
        """
        <hostdev %s>
          <source %s>
            <port/>
          </source>
        </hostdev>\
        """
            .formatted(parts[0], parts[1]);
    HostDevice read = HostDevice.fromXml(xml);
    assertThat(read.source()).isInstanceOf(UnknownHostDeviceSource.class);
    assertThat(HostDevice.fromXml(read.toXml())).isEqualTo(read);
    assertThat(read.toXml()).contains(parts[0], "<port/>");
    for (String attribute : parts[1].split(" ")) {
      assertThat(read.toXml()).contains(attribute);
    }
    assertThatThrownBy(() -> HostDevice.fromXml(xml, Strictness.STRICT))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("hostdev/source");
  }

  @Test
  void iscsi() {
    HostDevice read =
        HostDevice.fromXml(
            """
            <hostdev mode='subsystem' type='scsi'>
              <source protocol='iscsi' name='iqn.2026-01.org.example:pool/1'>
                <host name='192.0.2.20' port='3260'/>
              </source>
            </hostdev>\
            """);
    assertThat(read.source())
        .isInstanceOfSatisfying(
            IscsiHostDeviceSource.class,
            iscsi -> assertThat(iscsi.iqn()).isEqualTo("iqn.2026-01.org.example:pool/1"));
  }

  @Test
  void wrongInputIsNamed() {
    assertWrong("mode='subsystem'", "", "hostdev/@type", "absent");
    assertWrong("type='pci'", "", "hostdev/source/address", "absent");
    assertWrong("type='mdev'", "<address/>", "hostdev/source/address/@uuid", "absent");
    assertWrong("type='mdev'", "<address uuid='x'/>", "hostdev/source/address/@uuid", "x");
    assertWrong(
        "type='scsi'",
        "<adapter name='a'/><address bus='0' target='1' unit='-1'/>",
        "hostdev/source/address/@unit",
        "-1");
    assertWrong("type='usb'", "<vendor id='acme'/>", "hostdev/source/vendor/@id", "acme");
    assertWrong("type='usb'", "<vendor id='1'/>", "hostdev/source/product/@id", "absent");
    assertWrong("mode='capabilities' type='net'", "", "hostdev/source/interface", "absent");
  }

  private static void assertWrong(String kind, String source, String path, String value) {
    String xml = "<hostdev " + kind + "><source>" + source + "</source></hostdev>";
    assertThatThrownBy(() -> HostDevice.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
            });
  }

  @Test
  void aBuilderRefusesHalfAProduct() {
    assertThatThrownBy(() -> UsbHostDeviceSource.builder().product(1).build())
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> assertThat(e.path()).isEqualTo("source/vendor/@id"));
    assertThat(HostDeviceSource.usb(1, 2).type()).isEqualTo("usb");
  }
}
