package io.kvmsdk.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.device.PciDeviceAddress;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.TestDocuments;
import io.kvmsdk.xml.XmlElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looking for devices of whatever kind, and whether two definitions are of one domain. */
class DomainDevicesTest {

  private static final Set<String> NO_DEVICES =
      Set.of("emulator", "graphics", "audio", "lease", "redirfilter");

  private static final DomainDefinition DOMAIN =
      DomainDefinition.fromXml(
          """
          <domain type='kvm'>
            <name>web-1</name>
            <memory unit='KiB'>1024</memory>
            <os><type>hvm</type></os>
            <devices>
              <disk type='file'>
                <source file='/a'/>
                <target dev='vda'/>
                <alias name='virtio-disk0'/>
                <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'/>
              </disk>
              <interface type='user'>
                <alias name='net0'/>
                <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x1'/>
              </interface>
              <rng model='virtio'>
                <backend model='builtin'/>
                <address type='pci' domain='0x0000' bus='0x03' slot='0x01' function='0x0'/>
              </rng>
              <memballoon model='virtio'>
                <address type='pci'/>
              </memballoon>
              <watchdog model='itco'/>
            </devices>
          </domain>
          """);

  static List<Path> documents() {
    return TestDocuments.of("domain");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyDeviceOfADocumentIsAmongThem(Path document) {
    XmlElement root = XmlElement.parse(Corpus.text(document));
    List<String> expected =
        root.children().stream()
            .filter(child -> child.name().equals("devices"))
            .flatMap(devices -> devices.children().stream())
            .map(XmlElement::name)
            .filter(name -> !NO_DEVICES.contains(name))
            .toList();
    List<String> found =
        DomainDefinition.XML.parse(root, Strictness.LENIENT).devices().stream()
            .map(device -> XmlElement.parse(device.toXml()).name())
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void byAlias() {
    assertThat(DOMAIN.device("net0")).contains(DOMAIN.interfaces().get(0));
    assertThat(DOMAIN.device("net1")).isEmpty();
  }

  @Test
  void byAddress() {
    PciAddress place = PciAddress.of("00:02.1");
    assertThat(DOMAIN.deviceAt(place)).contains(DOMAIN.interfaces().get(0));
    assertThat(DOMAIN.deviceAt(PciDeviceAddress.of(place))).contains(DOMAIN.interfaces().get(0));
    assertThat(DOMAIN.deviceAt(PciAddress.of("03:01.0"))).contains(DOMAIN.rngs().get(0));
    assertThat(DOMAIN.deviceAt(PciAddress.of("00:02.0"))).isEmpty();
    assertThat(DOMAIN.deviceAt(PciAddress.of("0001:00:02.1"))).isEmpty();
  }

  @Test
  void freeSlots() {
    assertThat(DOMAIN.nextFreeSlot(0)).hasValue(3);
    assertThat(DOMAIN.nextFreeSlot(3)).hasValue(2);
    assertThat(DOMAIN.nextFreeSlot(7)).hasValue(1);
    List<Disk> disks = new ArrayList<>();
    for (int slot = 1; slot <= 31; slot++) {
      disks.add(
          Disk.virtio("vd" + slot, DiskSource.file("/" + slot))
              .address(PciDeviceAddress.of(new PciAddress(0, 0, slot, 0)))
              .build());
    }
    assertThat(DOMAIN.withDisks(disks).nextFreeSlot(0)).isEmpty();
    assertThat(DOMAIN.withDisks(disks.subList(0, 30)).nextFreeSlot(0)).hasValue(31);
  }

  @Test
  void aDeviceTakesThePlaceOfItsLikeOrStandsBehindTheOthers() {
    Disk first = DOMAIN.disk("vda").orElseThrow().withReadOnly(true);
    Disk second = Disk.virtio("vdb", DiskSource.file("/b")).build();
    assertThat(DOMAIN.withDisk(second).withDisk(first).disks()).containsExactly(first, second);
    assertThat(DOMAIN.disks()).doesNotContain(first).hasSize(1);

    NetworkInterface named =
        NetworkInterface.virtio().user().mac(MacAddress.of("52:54:00:00:00:01")).build();
    NetworkInterface changed = named.withMtu(9000);
    NetworkInterface nameless = NetworkInterface.virtio().user().build();
    NetworkInterface old = DOMAIN.interfaces().get(0);
    assertThat(DOMAIN.withNetworkInterface(named).withNetworkInterface(changed).interfaces())
        .containsExactly(old, changed);
    assertThat(DOMAIN.withNetworkInterface(nameless).withNetworkInterface(nameless).interfaces())
        .containsExactly(old, nameless, nameless);
  }

  @Test
  void identity() {
    DomainDefinition named =
        DomainDefinition.builder().name("a").memory(ByteSize.mebibytes(64)).build();
    DomainDefinition one = named.withUuid(new UUID(1, 1));
    assertThat(one.sameIdentityAs(one.withName("b"))).isTrue();
    assertThat(one.sameIdentityAs(one.withUuid(new UUID(1, 2)))).isFalse();
    assertThat(one.sameIdentityAs(named)).isTrue();
    assertThat(named.sameIdentityAs(one)).isTrue();
    assertThat(named.sameIdentityAs(one.withName("b"))).isFalse();
    assertThat(named.sameIdentityAs(named.withMemory(ByteSize.gibibytes(1)))).isTrue();
  }
}
