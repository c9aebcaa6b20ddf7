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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void shortcutsKeepWhatTheDriverSaysBesides() {
    Disk disk =
        Disk.fromXml("<disk><driver name='qemu' new='1' io='threads'/><target dev='vda'/></disk>");
    Disk faster = disk.toBuilder().io(IoMode.IO_URING).ioThread(3).build();
    assertThat(faster.toXml()).contains("<driver name='qemu' io='io_uring' iothread='3' new='1'/>");
    assertThat(disk.toBuilder().build()).isEqualTo(disk);
    assertThat(
            Disk.virtio("vda", DiskSource.empty()).detectZeroes(DetectZeroes.ON).build().driver())
        .contains(DiskDriver.builder().detectZeroes(DetectZeroes.ON).build());
  }

  @Test
  void kindsOfDisk() {
    assertThat(Disk.sata("sda", DiskSource.file("/a")).build().toXml()).contains("bus='sata'");
    assertThat(Disk.ide("hda", DiskSource.file("/a")).build().toXml()).contains("bus='ide'");
    assertThat(Disk.lun("sda", DiskSource.block("/dev/a")).rawIo(true).build().toXml())
        .contains("device='lun' rawio='yes'", "bus='scsi'");
    assertThat(Disk.floppy("fda", DiskSource.empty()).build().toXml())
        .contains("device='floppy'", "bus='fdc'");
  }

  @Test
  void aChainIsListedFromItsTop() {
    Disk disk =
        Disk.virtio("vda", DiskSource.file("/top").withIndex(1))
            .format(DiskFormat.QCOW2)
            .backingStore(
                BackingStore.of(DiskFormat.QCOW2, DiskSource.file("/middle"))
                    .withIndex(2)
                    .withBackingStore(
                        BackingStore.of(DiskFormat.RAW, DiskSource.block("/dev/base"))
                            .withBackingStore(BackingStore.end())))
            .build();
    assertThat(disk.toXml())
        .isEqualTo(
            """
            <disk type='file'>
              <driver type='qcow2'/>
              <source file='/top' index='1'/>
              <backingStore type='file' index='2'>
                <format type='qcow2'/>
                <source file='/middle'/>
                <backingStore type='block'>
                  <format type='raw'/>
                  <source dev='/dev/base'/>
                  <backingStore/>
                </backingStore>
              </backingStore>
              <target dev='vda' bus='virtio'/>
            </disk>\
            """);
    Disk read = Disk.fromXml(disk.toXml(), Strictness.STRICT);
    assertThat(read).isEqualTo(disk);
    assertThat(read.backingChain())
        .containsExactly(
            new DiskLayer(
                DiskSource.file("/top").withIndex(1),
                Optional.of(DiskFormat.QCOW2),
                Optional.of(1)),
            new DiskLayer(
                DiskSource.file("/middle"), Optional.of(DiskFormat.QCOW2), Optional.of(2)),
            new DiskLayer(
                DiskSource.block("/dev/base"), Optional.of(DiskFormat.RAW), Optional.empty()));
    assertThat(BackingStore.end().isEnd()).isTrue();
    assertThat(BackingStore.fromXml("<backingStore/>", Strictness.STRICT))
        .isEqualTo(BackingStore.end());
    assertThat(read.backingStore().orElseThrow().isEnd()).isFalse();
    assertThat(read.withBackingStore(Optional.empty()).backingChain()).hasSize(1);
  }

  @Test
  void anOldMirrorIsKept() {
    String xml =
        """
        <disk type='file'>
          <source file='/a'/>
          <mirror file='/b' format='raw' job='copy' ready='yes'/>
          <target dev='vda'/>
        </disk>\
        """;
    Disk disk = Disk.fromXml(xml, Strictness.STRICT);
    DiskMirror mirror = disk.mirror().orElseThrow();
    assertThat(mirror.source()).isEmpty();
    assertThat(mirror.file()).contains("/b");
    assertThat(mirror.legacyFormat()).contains(DiskFormat.RAW);
    assertThat(mirror.ready()).contains(MirrorReady.YES);
    assertThat(disk.toXml()).isEqualTo(xml);
  }

  @Test
  void queuesAreSpreadOverThreads() {
    DiskDriver driver =
        DiskDriver.builder()
            .queues(3)
            .addIoThreads(DiskIoThread.of(2, 1), DiskIoThread.of(3, 0, 2))
            .build();
    assertThat(DiskDriver.XML.format(driver))
        .isEqualTo(
            """
            <driver queues='3'>
              <iothreads>
                <iothread id='2'>
                  <queue id='1'/>
                </iothread>
                <iothread id='3'>
                  <queue id='0'/>
                  <queue id='2'/>
                </iothread>
              </iothreads>
            </driver>\
            """);
    assertThatThrownBy(() -> driver.withIoThread(1))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("driver/@iothread");
  }

  @Test
  void sizesOfBlocks() {
    assertThat(BlockIo.XML.format(BlockIo.emulated512()))
        .isEqualTo("<blockio logical_block_size='512' physical_block_size='4096'/>");
    assertThat(BlockIo.XML.format(BlockIo.native4096())).contains("logical_block_size='4096'");
  }

  @Test
  void groupsShareTheirLimits() {
    ThrottleGroup group = ThrottleGroup.of("slow", IoTune.totalIops(500));
    assertThat(group.toXml())
        .isEqualTo(
            """
            <throttlegroup>
              <total_iops_sec>500</total_iops_sec>
              <group_name>slow</group_name>
            </throttlegroup>\
            """);
    assertThat(ThrottleGroup.fromXml(group.toXml(), Strictness.STRICT)).isEqualTo(group);
    ThrottleGroup newer =
        ThrottleGroup.fromXml("<throttlegroup a='1'><group_name>x</group_name></throttlegroup>");
    assertThat(newer.limits().extras().attribute("a")).contains("1");
    assertThat(newer.toXml()).contains("<throttlegroup a='1'>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <throttlegroup/>|throttlegroup/group_name|absent
          <throttlegroup><group_name/></throttlegroup>|throttlegroup/group_name|''
          <throttlegroup><total_iops_sec>many</total_iops_sec></throttlegroup>|throttlegroup/total_iops_sec|many
          <throttlegroup><total_iops_sec>1</total_iops_sec><read_iops_sec>1</read_iops_sec></throttlegroup>|throttlegroup/total_iops_sec|1
          """)
  void groupsThatCannotBe(String xml, String path, String value) {
    assertThatThrownBy(() -> ThrottleGroup.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
            });
    IoTune named = IoTune.builder().groupName("other").build();
    assertThatThrownBy(() -> ThrottleGroup.of("slow", named))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("other");
  }

  @Test
  void burstsThatExcludeEachOtherAreRefused() {
    assertThatThrownBy(() -> IoTune.builder().totalIopsMax(5).writeIopsMax(1).build())
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("iotune/total_iops_sec_max");
    ByteRate rate = ByteRate.bytesPerSecond(1);
    assertThatThrownBy(() -> IoTune.builder().totalBytesMax(rate).readBytesMax(rate).build())
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("iotune/total_bytes_sec_max");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <disk rawio='yes'><target dev='a'/></disk>|@rawio|yes
          <disk device='cdrom' sgio='filtered'><target dev='a'/></disk>|@sgio|filtered
          <disk><target dev='a' rotation_rate='fast'/></disk>|target/@rotation_rate|fast
          <disk><target dev='a'/><geometry heads='1' secs='1'/></disk>|geometry/@cyls|absent
          <disk><target dev='a'/><geometry cyls='1' heads='x' secs='1'/></disk>|geometry/@heads|x
          <disk><target dev='a'/><blockio logical_block_size='x'/></disk>|blockio/@logical_block_size|x
          <disk><driver><iothreads><iothread/></iothreads></driver><target dev='a'/></disk>|driver/iothreads/iothread/@id|absent
          <disk><driver iothread='1'><iothreads><iothread id='1'/></iothreads></driver><target dev='a'/></disk>|driver/@iothread|1
          <disk><driver><metadata_cache><max_size>x</max_size></metadata_cache></driver><target dev='a'/></disk>|driver/metadata_cache/max_size|x
          <disk><target dev='a'/><iotune/><throttlefilters><throttlefilter group='g'/></throttlefilters></disk>|throttlefilters|[g]
          <disk><auth username='a'/><target dev='a'/></disk>|auth/secret|absent
          <disk><backingStore><source><slices><slice/></slices></source></backingStore><target dev='a'/></disk>|backingStore/source/slices/slice/@type|absent
          """)
  void whatCannotBeIsRefused(String xml, String path, String value) {
    assertThatThrownBy(() -> Disk.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo("disk/" + path);
              assertThat(e.value()).isEqualTo(value);
            });
  }

  @Test
  void onlyATransientDiskSharesItsImage() {
    Disk.Builder disk = Disk.virtio("vda", DiskSource.file("/a")).shareBacking(true);
    assertThatThrownBy(disk::build)
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("disk/transient/@shareBacking");
    assertThat(disk.transientData(true).build().toXml())
        .contains("<transient shareBacking='yes'/>");
  }
}
