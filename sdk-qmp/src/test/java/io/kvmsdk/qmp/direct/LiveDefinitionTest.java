package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.controller.ControllerModel;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.ResourcesExhaustedException;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.PciAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A completed definition says what the machine will have, and stays what it is. */
class LiveDefinitionTest {

  private static DomainDefinition complete(String devices) {
    return complete("q35", devices);
  }

  private static DomainDefinition complete(String machine, String devices) {
    return LiveDefinition.of(DomainDefinition.fromXml(CommandLines.domain(machine, "", devices)));
  }

  private static Disk disk(String target) {
    return Disk.virtio(target, DiskSource.file("/images/" + target)).build();
  }

  private static long ports(DomainDefinition live) {
    return live.controllers().stream()
        .filter(it -> ControllerDevices.model(it).equals(ControllerDevices.ROOT_PORT))
        .count();
  }

  @Test
  void theSmallestDefinitionBecomesAMachine() {
    DomainDefinition live =
        LiveDefinition.of(
            DomainDefinition.builder().name("a").memory(ByteSize.mebibytes(64)).build());
    assertThat(live.uuid()).isPresent();
    assertThat(live.features().orElseThrow().acpi()).isTrue();
    assertThat(live.memBalloon().flatMap(it -> it.alias())).contains("balloon0");
    assertThat(ports(live)).isEqualTo(PciPlaces.SPARE_PORTS + 1);
    assertThat(live.controllers().get(0).model()).contains(ControllerModel.PCIE_ROOT);
  }

  @Test
  void featuresThatAreSaidAreAllThereAre() {
    DomainDefinition live =
        LiveDefinition.of(
            DomainDefinition.fromXml(
                CommandLines.domain("q35", "<features><apic/></features>", "")));
    assertThat(live.features().orElseThrow().acpi()).isFalse();
  }

  @Test
  void aliasesAreThoseOfLibvirt() {
    DomainDefinition live =
        complete(
            """
            <disk type='file'><source file='/a'/><target dev='vdc'/></disk>
            <disk type='file'><source file='/b'/><target dev='sdb' bus='scsi'/></disk>
            <disk type='file'><source file='/c'/><target dev='sdc' bus='sata'/></disk>
            <disk type='file'><source file='/d'/><target dev='sdd' bus='usb'/></disk>
            <interface type='user'/><interface type='user'><alias name='ua-front'/></interface>
            <interface type='user'/>
            <serial type='pty'/><console type='pty'/><console type='pty'><target type='virtio'/></console>
            <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
            <rng model='virtio'><backend model='builtin'/></rng>
            <input type='tablet' bus='usb'/><video><model type='vga'/></video>
            """);
    assertThat(live.disks().stream().map(it -> it.alias().orElse("")))
        .containsExactly("virtio-disk2", "scsi0-0-0-1", "sata0-0-2", "usb-disk3");
    assertThat(live.interfaces().stream().map(it -> it.alias().orElse("")))
        .containsExactly("net0", "ua-front", "net1");
    assertThat(live.interfaces()).allMatch(it -> it.mac().isPresent());
    assertThat(live.consoles().stream().map(it -> it.alias().orElse("")))
        .containsExactly("serial0", "console0");
    assertThat(live.controllers().stream().map(it -> it.alias().orElse("")))
        .contains("pcie.0", "pci.1", "scsi0", "ide", "virtio-serial0", "usb");
    assertThat(live.toXml()).contains("<alias name='video0'/>").contains("<alias name='input0'/>");
    assertThat(LiveDefinition.of(live)).isEqualTo(live);
    assertThat(DomainDefinition.fromXml(live.toXml())).isEqualTo(live);
  }

  @Test
  void smallDevicesHaveNamesAndThoseOnPciPlaces() {
    DomainDefinition live =
        complete(
            """
            <video><model type='vga'/></video><video><model type='virtio'/></video>
            <input type='mouse' bus='virtio'/><input type='tablet' bus='usb'/>
            <watchdog model='itco'/><watchdog model='i6300esb'/>
            <panic model='isa'/><panic model='pvpanic'/>
            """);
    assertThat(live.videos()).map(it -> it.alias().orElse("")).containsExactly("video0", "video1");
    assertThat(live.inputs()).map(it -> it.alias().orElse("")).containsExactly("input0", "input1");
    assertThat(live.watchdogs())
        .map(it -> it.alias().orElse(""))
        .containsExactly("watchdog0", "watchdog1");
    assertThat(live.panics()).map(it -> it.alias().orElse("")).containsExactly("panic0", "panic1");
    assertThat(live.videos()).allMatch(it -> DevicePaths.pciAddress(it.address()).isPresent());
    assertThat(live.inputs().get(0).address()).isPresent();
    assertThat(live.inputs().get(1).address()).isEmpty();
    assertThat(live.watchdogs().get(0).address()).isEmpty();
    assertThat(live.watchdogs().get(1).address()).isPresent();
    assertThat(live.panics().get(0).address()).isEmpty();
    assertThat(live.panics().get(1).address()).isPresent();
    assertThat(LiveDefinition.of(live)).isEqualTo(live);
  }

  @Test
  void theTwoOfAKindInOnePlaceAreToldByTheirNumber() {
    String device = "<input type='mouse' bus='virtio'><address type='pci' slot='9'/></input>";
    assertThatThrownBy(() -> complete(device + device))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("domain/devices/input[2]/address");
  }

  @Test
  void aConsoleIsTheFirstSerialPort() {
    DomainDefinition live = complete("<console type='pty'/>");
    assertThat(live.serials()).hasSize(1);
    assertThat(live.serials().get(0).source().type()).isEqualTo("pty");
    DomainDefinition both =
        complete("<serial type='file'><source path='/a.log'/></serial><console type='pty'/>");
    assertThat(both.consoles().get(0).source()).isEqualTo(both.serials().get(0).source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"q35", "pc"})
  void noTwoDevicesHaveOnePlace(String machine) {
    String disk = "<disk type='file'><source file='/a'/><target dev='vd%c'/></disk>";
    StringBuilder devices = new StringBuilder("<graphics type='vnc' port='5900'/>");
    for (char c = 'a'; c < 'u'; c++) {
      devices.append(disk.formatted(c));
    }
    DomainDefinition live = complete(machine, devices.toString());
    HashSet<PciAddress> places = new HashSet<>();
    new DevicePaths(live)
        .forEachPci((path, address, port) -> assertThat(places.add(address)).as(path).isTrue());
    assertThat(places).hasSizeGreaterThan(20);
    assertThat(LiveDefinition.of(live)).isEqualTo(live);
  }

  @Test
  void whatHasAPlaceKeepsIt() {
    DomainDefinition live =
        complete(
            """
            <controller type='pci' index='7' model='pcie-root-port'>
              <target chassis='40' port='0x20'/>
              <address type='pci' bus='0x00' slot='0x04' function='0x1'/></controller>
            <disk type='file'><source file='/a'/><target dev='vda'/>
              <address type='pci' bus='0x07' slot='0x00'/></disk>
            <disk type='file'><source file='/b'/><target dev='vdb'/></disk>
            """);
    assertThat(DevicePaths.pciAddress(live.disks().get(0).address()))
        .contains(new PciAddress(0, 7, 0, 0));
    CommandLines made = CommandLines.of(live);
    assertThat(made.device("pci.7").path("chassis").asInt()).isEqualTo(40);
    assertThat(made.device("pci.7").path("addr").asText()).isEqualTo("0x4.0x1");
    assertThat(made.device("virtio-disk0").path("bus").asText()).isEqualTo("pci.7");
    assertThat(made.json("-device").stream().map(it -> it.path("chassis").asInt()))
        .filteredOn(it -> it > 0)
        .doesNotHaveDuplicates();
  }

  @Test
  void aPlaceThatIsTakenIsRefused() {
    String twice =
        """
        <disk type='file'><source file='/a'/><target dev='vda'/><address type='pci' bus='1' slot='0'/></disk>
        <disk type='file'><source file='/b'/><target dev='vdb'/><address type='pci' bus='1' slot='0'/></disk>
        """;
    assertThatThrownBy(() -> complete(twice))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("domain/devices/disk[2]/address")
        .hasMessageContaining("0000:01:00.0");
    String scsi =
        """
        <disk type='file'><source file='/a'/><target dev='sda' bus='scsi'/>
          <address type='drive' controller='0' bus='0' target='0' unit='3'/></disk>
        <disk type='file'><source file='/b'/><target dev='sdb' bus='scsi'/>
          <address type='drive' controller='0' bus='0' target='0' unit='3'/></disk>
        """;
    assertThatThrownBy(() -> complete(scsi)).hasMessageContaining("disk[2]/address");
  }

  @Test
  void aBusThatIsNotThereIsRefused() {
    String devices =
        "<disk type='file'><source file='/a'/><target dev='vda'/>"
            + "<address type='pci' bus='0x05' slot='0x03'/></disk>";
    assertThatThrownBy(() -> complete(devices))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("disk/address/@bus");
    assertThatThrownBy(() -> complete("pc", devices)).hasMessageContaining("disk/address/@bus");
  }

  @Test
  void aliasesAreUniqueAndWhatQemuTakes() {
    assertThatThrownBy(() ->
            complete(
                "<interface type='user'><alias name='ua-x'/></interface>"
                    + "<rng model='virtio'><backend model='builtin'/><alias name='ua-x'/></rng>"))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("alias/@name");
    assertThatThrownBy(() -> complete("<interface type='user'><alias name='a,b'/></interface>"))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("domain/devices/interface/alias/@name");
  }

  @Test
  void hotPluggedDevicesTakeWhatIsFree() {
    DomainDefinition live = complete("<interface type='user'/>");
    Disk first = LiveDefinition.plugged(live, disk("vda"));
    assertThat(first.alias()).contains("virtio-disk0");
    PciAddress place = DevicePaths.pciAddress(first.address()).orElseThrow();
    assertThat(live.controllers().stream().map(Controller::index))
        .contains(Optional.of(place.bus()));
    DomainDefinition more = live.toBuilder().addDisk(first).build();
    Disk second = LiveDefinition.plugged(more, disk("vdb"));
    assertThat(second.address()).isNotEqualTo(first.address());
    NetworkInterface network =
        LiveDefinition.plugged(more, NetworkInterface.virtio().user().build());
    assertThat(network.alias()).contains("net1");
    assertThat(network.mac()).isPresent();
  }

  @Test
  void thePortsAreEnoughForADozenHotPlugsAndThenNoMore() {
    DomainDefinition live = complete("");
    for (int i = 0; i < PciPlaces.SPARE_PORTS; i++) {
      Disk disk = LiveDefinition.plugged(live, disk("vd" + (char) ('a' + i)));
      live = live.toBuilder().addDisk(disk).build();
    }
    assertThat(PciPlaces.SPARE_PORTS).isGreaterThanOrEqualTo(12);
    DomainDefinition full = live;
    assertThatThrownBy(() -> LiveDefinition.plugged(full, disk("vdz")))
        .isInstanceOf(ResourcesExhaustedException.class)
        .hasMessageContaining("pcie-root-port");
    DomainDefinition freed = full.withDisks(full.disks().subList(1, full.disks().size()));
    assertThat(LiveDefinition.plugged(freed, disk("vdz")).address())
        .isEqualTo(full.disks().get(0).address());
  }

  @Test
  void theOlderMachineTakesThemOnItsBus() {
    DomainDefinition live = complete("pc", "");
    Disk disk = LiveDefinition.plugged(live, disk("vda"));
    assertThat(DevicePaths.pciAddress(disk.address()).orElseThrow().bus()).isZero();
    QemuDisk parts = QemuDisk.of("disk", live, disk, Optional.empty());
    assertThat(parts.device().path("bus").asText()).isEqualTo("pci.0");
    assertThat(parts.nodeNames()).containsExactly("virtio-disk0-format", "virtio-disk0-storage");
  }

  @Test
  void whatCannotBeHotPluggedIsRefused() {
    DomainDefinition live = complete("");
    assertThatThrownBy(() ->
            LiveDefinition.plugged(live, Disk.cdrom("sda", DiskSource.file("/a.iso")).build()))
        .isInstanceOf(UnsupportedFeatureException.class)
        .hasMessageContaining("disk/target/@bus");
    assertThatThrownBy(
            () -> LiveDefinition.plugged(live, Disk.scsi("sda", DiskSource.file("/a")).build()))
        .isInstanceOf(UnsupportedFeatureException.class)
        .hasMessageContaining("controller scsi 0");
    Disk taken = disk("vda").withAddress(DeviceAddress.pci(new PciAddress(0, 0, 0x1f, 0)));
    assertThatThrownBy(() -> LiveDefinition.plugged(live, taken))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("disk/address");
  }

  @Test
  void machinesThatAreNotKnownAreRefused() {
    for (String machine : List.of("isapc", "microvm", "virt")) {
      assertThatThrownBy(() -> complete(machine, ""))
          .isInstanceOf(UnsupportedFeatureException.class)
          .hasMessageContaining("domain/os/type/@machine")
          .hasMessageContaining("q35");
    }
  }
}
