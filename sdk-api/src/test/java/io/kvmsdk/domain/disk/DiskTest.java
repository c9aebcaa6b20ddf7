package io.kvmsdk.domain.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.disk.source.UnknownDiskSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Strictness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DiskTest {

  @Test
  void conveniencesSetTheDriver() {
    Disk disk =
        Disk.virtio("vda", DiskSource.file("/a"))
            .format(DiskFormat.QCOW2)
            .cache(CacheMode.NONE)
            .io(IoMode.NATIVE)
            .discard(DiscardMode.UNMAP)
            .driver(DiskDriver.builder().ioThread(2).build())
            .build();
    assertThat(disk.toXml())
        .isEqualTo(
            """
            <disk type='file'>
              <driver type='qcow2' cache='none' io='native' discard='unmap' iothread='2'/>
              <source file='/a'/>
              <target dev='vda' bus='virtio'/>
            </disk>\
            """);
    assertThat(disk.format()).contains(DiskFormat.QCOW2);
    assertThat(Disk.fromXml(disk.toXml(), Strictness.STRICT)).isEqualTo(disk);
  }

  @Test
  void anEmptyDriveHasNoSource() {
    Disk drive = Disk.cdrom("sda", DiskSource.empty()).build();
    assertThat(drive.toXml()).doesNotContain("source").contains("<readonly/>");
    assertThat(drive.withSource(DiskSource.file("/a.iso")).toXml())
        .contains("<source file='/a.iso'/>");
  }

  @Test
  void anotherSourceTakesItsExtrasAlong() {
    Disk disk =
        Disk.fromXml(
            "<disk type='file'><source file='/a' index='1'/><target dev='vda'/><wwn>1</wwn></disk>");
    Disk moved = disk.withSource(DiskSource.block("/dev/b"));
    assertThat(moved.toXml())
        .contains("type='block'", "<source dev='/dev/b'/>", "<wwn>1</wwn>")
        .doesNotContain("index");
  }

  @Test
  void aSourceOfANewTypeIsKept() {
    String xml =
        """
        <disk type='cloud' device='disk'>
          <source bucket='b'>
            <token/>
          </source>
          <target dev='vda'/>
        </disk>\
        """;
    Disk disk = Disk.fromXml(xml);
    assertThat(disk.source()).isInstanceOf(UnknownDiskSource.class);
    assertThat(disk.source().type()).isEqualTo("cloud");
    assertThat(disk.source().extras().attribute("bucket")).contains("b");
    assertThat(disk.toXml()).isEqualTo(xml);
  }

  @Test
  void limitsKeepTheirUnits() {
    IoTune limits =
        IoTune.builder()
            .readBytes(ByteRate.mebibytesPerSecond(1))
            .writeBytesMax(ByteRate.bytesPerSecond(7))
            .writeBytesMaxLength(Duration.ofMinutes(1))
            .totalIops(500)
            .sizeIops(ByteSize.kibibytes(4))
            .build();
    assertThat(limits.toXml())
        .isEqualTo(
            """
            <iotune>
              <read_bytes_sec>1048576</read_bytes_sec>
              <write_bytes_sec_max>7</write_bytes_sec_max>
              <write_bytes_sec_max_length>60</write_bytes_sec_max_length>
              <total_iops_sec>500</total_iops_sec>
              <size_iops_sec>4096</size_iops_sec>
            </iotune>\
            """);
    assertThat(IoTune.fromXml(limits.toXml(), Strictness.STRICT)).isEqualTo(limits);
    assertThat(IoTune.fromXml("<iotune/>")).isEqualTo(IoTune.NONE);
  }

  @Test
  void limitsThatExcludeEachOtherAreRefused() {
    IoTune.Builder total = IoTune.builder().totalIops(500);
    assertThatThrownBy(() -> total.readIops(1).build())
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("iotune/total_iops_sec");
    assertThatThrownBy(() ->
            IoTune.totalBytes(ByteRate.bytesPerSecond(1))
                .withWriteBytes(ByteRate.bytesPerSecond(1)))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("iotune/total_bytes_sec");
    assertThat(IoTune.totalIops(0).withReadIops(5).readIops()).contains(5L);
  }
}
