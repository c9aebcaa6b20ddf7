package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.domain.memory.BalloonModel;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.host.GuestSupport;
import io.kvmsdk.host.capabilities.Capabilities;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is made of libvirt's documents and parameters, and the other way round. */
class DocumentsTest {

  private static DomainDefinition.Builder definition() {
    return DomainDefinition.builder().name("x").memory(ByteSize.mebibytes(1));
  }

  @Test
  void portsWithoutNumbersGetTheRootThatLibvirtWants() {
    DomainDefinition ports =
        definition()
            .addController(Controller.virtioScsi())
            .addController(Controller.pcieRootPort())
            .addController(Controller.pcieRootPort())
            .build();
    List<Controller> added = PciRoot.added(ports).controllers();
    assertThat(added)
        .extracting(c -> c.model().orElseThrow().value())
        .containsExactly("virtio-scsi", "pcie-root", "pcie-root-port", "pcie-root-port");
    assertThat(added.get(1).index()).contains(0);
  }

  @Test
  void whatNamesItsRootOrNumbersItsPortsIsLeftAlone() {
    Controller root = Controller.fromXml("<controller type='pci' index='0' model='pcie-root'/>");
    DomainDefinition complete =
        definition().addController(root).addController(Controller.pcieRootPort()).build();
    assertThat(PciRoot.added(complete)).isSameAs(complete);
    DomainDefinition numbered =
        definition().addController(Controller.pcieRootPort().withIndex(1)).build();
    assertThat(PciRoot.added(numbered)).isSameAs(numbered);
    DomainDefinition none = definition().addController(Controller.virtioScsi()).build();
    assertThat(PciRoot.added(none)).isSameAs(none);
  }

  @Test
  void freePlacesAreThoseOfPortsAndBridges() {
    String ports =
        """
        <domain><devices>
          <controller type='pci' index='0' model='pcie-root'/>
          <controller type='pci' index='1' model='pcie-root-port'>
            <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
          </controller>
          <controller type='pci' index='10' model='pcie-root-port'>
            <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x1'/>
          </controller>
          <disk><address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/></disk>
          <disk><address type='drive' controller='0' bus='0' target='0' unit='0'/></disk>
          %s
        </devices></domain>
        """;
    assertThat(PciPlaces.free(ports.formatted(""))).isEqualTo(1);
    assertThat(
            PciPlaces.free(
                ports.formatted(
                    "<interface><address type='pci' bus='0x0a' slot='0x00'/></interface>")))
        .isZero();
    assertThat(
            PciPlaces.free(
                "<domain><devices><controller type='pci' index='0' model='pci-root'/>"
                    + "<disk><address type='pci' bus='0x00' slot='0x1f'/></disk>"
                    + "<disk><address type='pci' bus='0x00' slot='0x03' function='0x1'/></disk>"
                    + "<disk><address type='pci' bus='0x00' slot='0x03' function='0x0'/></disk>"
                    + "</devices></domain>"))
        .isEqualTo(29);
    assertThat(PciPlaces.free("<domain/>")).isZero();
  }

  @Test
  void aKindIsItsTypeAndItsBalloon() {
    assertThat(DomainKind.of(definition().build())).isEqualTo(new DomainKind(VirtType.KVM, false));
    assertThat(DomainKind.of(definition().memBalloon(MemBalloon.virtio()).build()).balloon())
        .isTrue();
    MemBalloon none = MemBalloon.builder().model(BalloonModel.NONE).build();
    assertThat(DomainKind.of(definition().memBalloon(none).build()).balloon()).isFalse();
  }

  @Test
  void limitsThatAreAbsentAreLifted() {
    Map<String, Object> params = IoTuneParams.of(IoTune.NONE);
    assertThat(params).hasSize(19).doesNotContainKey("group_name");
    assertThat(params.values()).containsOnly(0L);
    Map<String, Object> some =
        IoTuneParams.of(
            IoTune.builder()
                .readBytes(ByteRate.mebibytesPerSecond(1))
                .readBytesMax(ByteRate.mebibytesPerSecond(4))
                .totalIops(100L)
                .totalIopsMax(200L)
                .totalIopsMaxLength(Duration.ofSeconds(7))
                .sizeIops(ByteSize.kibibytes(16))
                .groupName("g")
                .build());
    assertThat(some)
        .containsEntry("read_bytes_sec", 1L << 20)
        .containsEntry("read_bytes_sec_max", 4L << 20)
        .containsEntry("read_bytes_sec_max_length", 1L)
        .containsEntry("write_bytes_sec", 0L)
        .containsEntry("write_bytes_sec_max_length", 0L)
        .containsEntry("total_iops_sec_max_length", 7L)
        .containsEntry("size_iops_sec", 16384L)
        .containsEntry("group_name", "g");
  }

  @Test
  void limitsComeBackAsTheyWent() {
    IoTune tune =
        IoTune.builder()
            .writeBytes(ByteRate.mebibytesPerSecond(3))
            .writeBytesMax(ByteRate.mebibytesPerSecond(5))
            .writeBytesMaxLength(Duration.ofSeconds(2))
            .readIops(10L)
            .readIopsMax(20L)
            .sizeIops(ByteSize.kibibytes(4))
            .groupName("g")
            .build();
    assertThat(IoTuneParams.read(IoTuneParams.of(tune), Optional.of("g"))).isEqualTo(tune);
    Map<String, Object> madeUp =
        Map.of("total_iops_sec", 5L, "group_name", "/machine/peripheral/virtio-disk0");
    assertThat(IoTuneParams.read(madeUp, Optional.empty())).isEqualTo(IoTune.totalIops(5));
    assertThat(IoTuneParams.read(Map.of("total_iops_sec_max_length", 9L), Optional.empty()))
        .isEqualTo(IoTune.NONE);
  }

  @Test
  void guestsOfAHost() {
    Capabilities said =
        Capabilities.fromXml(
            """
            <capabilities><host><cpu><arch>x86_64</arch></cpu></host><guest><os_type>hvm</os_type><arch name='x86_64'><wordsize>64</wordsize>
              <emulator>/usr/bin/qemu-system-x86_64</emulator>
              <machine maxCpus='255'>pc-i440fx-7.2</machine>
              <machine canonical='pc-i440fx-7.2' maxCpus='255'>pc</machine>
              <domain type='qemu'/>
              <domain type='kvm'><emulator>/usr/bin/kvm</emulator><machine>q35</machine></domain>
            </arch></guest></capabilities>
            """);
    assertThat(HostFacts.guests(said))
        .containsExactly(
            new GuestSupport(
                "x86_64",
                "qemu",
                Optional.of("/usr/bin/qemu-system-x86_64"),
                List.of("pc-i440fx-7.2", "pc")),
            new GuestSupport("x86_64", "kvm", Optional.of("/usr/bin/kvm"), List.of("q35")));
  }
}
