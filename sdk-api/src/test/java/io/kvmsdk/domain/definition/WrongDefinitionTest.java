package io.kvmsdk.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be is refused, naming where it stands, what stands there, and what should. */
class WrongDefinitionTest {

  private static final String DOCUMENT =
      """
      <domain type='kvm'>
        <name>web-1</name>
        <uuid>4dea22b3-1d52-d8f3-2516-782e98ab3fa0</uuid>
        <memory unit='KiB'>1024</memory>
        <vcpu current='1'>2</vcpu>
        <os><type>hvm</type></os>
        <cpu><topology sockets='1' cores='2' threads='1'/></cpu>
        <devices>
          <disk type='file'>
            <source file='/a'/>
            <target dev='vda' bus='virtio'/>
            <address type='pci' slot='0x03'/>
          </disk>
          <disk type='file'>
            <driver queues='4'/>
            <target dev='vdb' bus='virtio'/>
            <iotune><total_iops_sec>500</total_iops_sec></iotune>
            <boot order='1'/>
          </disk>
          <interface type='user'>
            <mac address='52:54:00:6b:3c:58'/>
            <driver queues='2'/>
          </interface>
          <console type='pty'/>
          <graphics type='vnc' port='5900'/>
          <memballoon model='virtio'><stats period='10'/></memballoon>
        </devices>
      </domain>
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <name>web-1</name>|''|domain/name|absent
          type='kvm'|''|domain/@type|absent
          >1024<|>lots<|domain/memory|lots
          >1024<|><|domain/memory|''
          4dea22b3-1d52-d8f3|4dea|domain/uuid|4dea-2516-782e98ab3fa0
          4dea22b3|zzzzzzzz|domain/uuid|zzzzzzzz-1d52-d8f3-2516-782e98ab3fa0
          >2</vcpu>|>two</vcpu>|domain/vcpu|two
          >2</vcpu>|>0</vcpu>|domain/vcpu|0
          current='1'|current='3'|domain/vcpu/@current|3
          cores='2'|cores='0'|domain/cpu/topology/@cores|0
          <target dev='vdb' bus='virtio'/>|''|domain/devices/disk[2]/target/@dev|absent
          <target dev='vdb' bus='virtio'/>|<target bus='virtio'/>|domain/devices/disk[2]/target/@dev|absent
          dev='vdb'|dev=''|domain/devices/disk[2]/target/@dev|''
          slot='0x03'|slot='top'|domain/devices/disk[1]/address/@slot|top
          queues='4'|queues='many'|domain/devices/disk[2]/driver/@queues|many
          >500<|>fast<|domain/devices/disk[2]/iotune/total_iops_sec|fast
          >500<|>-5<|domain/devices/disk[2]/iotune/total_iops_sec|-5
          </total_iops_sec>|</total_iops_sec><read_iops_sec>1</read_iops_sec>|domain/devices/disk[2]/iotune/total_iops_sec|500
          order='1'|order='first'|domain/devices/disk[2]/boot/@order|first
          52:54:00:6b:3c:58|52:54|domain/devices/interface/mac/@address|52:54
          52:54:00:6b:3c:58|53:54:00:6b:3c:58|domain/devices/interface/mac/@address|53:54:00:6b:3c:58
          type='user'|''|domain/devices/interface/@type|absent
          <console type='pty'/>|<serial/>|domain/devices/serial/@type|absent
          port='5900'|port='any'|domain/devices/graphics/@port|any
          period='10'|period='often'|domain/devices/memballoon/stats/@period|often
          """)
  void reading(String from, String to, String path, String value) {
    assertThat(DOCUMENT).contains(from);
    String xml = DOCUMENT.replace(from, to);
    assertThatThrownBy(() -> DomainDefinition.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
              assertThat(e.expected()).isNotBlank();
            });
  }

  @Test
  void readingAnotherElement() {
    assertThatThrownBy(() -> DomainDefinition.fromXml("<network/>"))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("<domain>");
    assertThatThrownBy(() -> Disk.fromXml("<x:disk xmlns:x='urn:x'/>"))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("<disk>");
  }

  @Test
  void building() {
    DomainDefinition.Builder good =
        DomainDefinition.builder().name("web-1").memory(ByteSize.mebibytes(64));
    DomainDefinition made = good.build();
    assertRefused("domain/name", () -> made.toBuilder().name(" ").build());
    assertRefused("domain/name", () -> made.toBuilder().name("a/b").build());
    assertRefused("domain/name", () -> made.toBuilder().name("a\nb").build());
    assertRefused("domain/memory", () -> made.toBuilder().memory(ByteSize.ZERO).build());
    assertRefused("domain/memory", () -> DomainDefinition.builder().name("web-1").build());
    Disk disk = Disk.virtio("vda", DiskSource.file("/a")).build();
    assertRefused(
        "domain/devices/disk/target/@dev",
        () -> made.toBuilder().addDisk(disk).addDisk(disk).build());
    assertThatThrownBy(() -> DomainDefinition.builder().memory(ByteSize.mebibytes(1)).build())
        .hasMessageContaining("name");
  }

  private static void assertRefused(String path, Runnable build) {
    assertThatThrownBy(build::run)
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class, e -> assertThat(e.path()).isEqualTo(path));
  }
}
