package io.kvmsdk.domain.sysinfo;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.xml.Strictness;
import org.junit.jupiter.api.Test;

class SysInfoTest {

  @Test
  void fieldsAreFound() {
    Smbios smbios = SysInfo.smbios("Example", "Box", "S-1");
    assertThat(smbios.serial()).contains("S-1");
    assertThat(smbios.system().orElseThrow().value(SmbiosField.PRODUCT)).contains("Box");
    assertThat(smbios.system().orElseThrow().value(SmbiosField.SKU)).isEmpty();
    assertThat(Smbios.builder().build().serial()).isEmpty();
  }

  @Test
  void whatAHostSaysOfItselfIsRead() {
    String xml =
        """
        <sysinfo type='smbios'>
          <processor>
            <entry name='socket_destination'>CPU 0</entry>
          </processor>
          <processor>
            <entry name='socket_destination'>CPU 1</entry>
          </processor>
          <memory_device>
            <entry name='size'>32 GB</entry>
          </memory_device>
        </sysinfo>\
        """;
    Smbios host = (Smbios) SysInfo.fromXml(xml, Strictness.STRICT);
    assertThat(host.processors()).hasSize(2);
    assertThat(host.memoryDevices().get(0).value(new SmbiosField("size"))).contains("32 GB");
    assertThat(host.toXml()).isEqualTo(xml);
  }

  @Test
  void configurationIsTextOrAFile() {
    FirmwareConfig config =
        SysInfo.firmwareConfig(
            FirmwareConfigEntry.text("opt/org.example/a", "geheim"),
            FirmwareConfigEntry.file("opt/org.example/b", "/srv/b"));
    assertThat(config.toXml())
        .isEqualTo(
            """
            <sysinfo type='fwcfg'>
              <entry name='opt/org.example/a'>geheim</entry>
              <entry name='opt/org.example/b' file='/srv/b'/>
            </sysinfo>\
            """);
    assertThat(config.toString()).contains("/srv/b").doesNotContain("geheim");
    assertThat(SysInfo.fromXml(config.toXml())).isEqualTo(config);
  }
}
