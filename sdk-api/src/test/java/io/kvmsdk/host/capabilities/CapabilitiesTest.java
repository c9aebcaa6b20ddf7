package io.kvmsdk.host.capabilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.host.topology.CacheControl;
import io.kvmsdk.host.topology.HostCpu;
import io.kvmsdk.host.topology.NumaNode;
import io.kvmsdk.host.topology.NumaTopology;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.TestDocuments;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the capabilities of a host answer. */
class CapabilitiesTest {

  private static final String DOCUMENT = document("numa.xml");
  private static final Capabilities NUMA = Capabilities.fromXml(DOCUMENT);

  private static String document(String name) {
    return TestDocuments.of("capabilities").stream()
        .filter(path -> path.endsWith(name))
        .map(Corpus::text)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nodesAndTheirCpus() {
    NumaTopology topology = NUMA.topology().orElseThrow();
    assertThat(topology.cpuSet()).isEqualTo(CpuSet.range(0, 3));
    assertThat(topology.cpuCount()).isEqualTo(4);
    assertThat(topology.cpusOf(0)).isEqualTo(CpuSet.of(0, 2));
    assertThat(topology.cpusOf(2)).isEqualTo(CpuSet.of());
    assertThat(topology.siblingsOf(2)).contains(CpuSet.of(0, 2));
    assertThat(topology.siblingsOf(3)).isEmpty();
    assertThat(topology.siblingsOf(9)).isEmpty();
    assertThat(topology.nodeOf(3)).map(NumaNode::id).contains(1);
    assertThat(topology.nodeOf(4)).isEmpty();
    assertThat(topology.cpu(1).flatMap(HostCpu::socketId)).contains(1);
    assertThat(topology.node(4)).map(NumaNode::memoryOnly).contains(true);
    assertThat(topology.node(1)).map(NumaNode::memoryOnly).contains(false);
  }

  @Test
  void memoryAndDistances() {
    NumaTopology topology = NUMA.topology().orElseThrow();
    assertThat(topology.memory()).isEqualTo(ByteSize.gibibytes(28));
    assertThat(topology.distance(0, 1)).hasValue(21);
    assertThat(topology.distance(0, 2)).isEmpty();
    assertThat(topology.distance(1, 0)).isEmpty();
    assertThat(topology.distance(7, 0)).isEmpty();
    assertThat(topology.hugePageSizes())
        .containsExactly(ByteSize.mebibytes(2), ByteSize.gibibytes(1));
    NumaNode node = topology.node(0).orElseThrow();
    assertThat(node.pages(ByteSize.mebibytes(2))).hasValue(1024);
    assertThat(node.pages(ByteSize.mebibytes(4))).isEmpty();
    assertThat(node.caches().get(0).size()).isEqualTo(ByteSize.mebibytes(64));
    assertThat(topology.latencies().get(1).value()).isEqualTo(Duration.ofNanos(19));
    assertThat(topology.bandwidths().get(0).value()).isEqualTo(ByteRate.mebibytesPerSecond(200));
  }

  @Test
  void guestsAndTheirMachines() {
    assertThat(NUMA.supports("x86_64", "kvm")).isTrue();
    assertThat(NUMA.supports("x86_64", "xen")).isFalse();
    assertThat(NUMA.supports("aarch64", "kvm")).isFalse();
    GuestCapabilities guest = NUMA.guests("x86_64").get(0);
    assertThat(guest.emulator("kvm")).contains("/usr/bin/qemu-kvm");
    assertThat(guest.emulator("qemu")).contains("/usr/bin/qemu-system-x86_64");
    assertThat(guest.emulator("xen")).isEmpty();
    assertThat(guest.machines("kvm")).hasSize(2);
    assertThat(guest.machines("qemu")).hasSize(3);
    assertThat(guest.machines("xen")).isEmpty();
    assertThat(guest.machine("q35")).map(GuestMachine::canonicalName).contains("pc-q35-10.0");
    assertThat(guest.machine("pc-q35-9.2")).map(GuestMachine::canonicalName).contains("pc-q35-9.2");
    assertThat(guest.machine("none")).isEmpty();
    assertThat(guest.features().flatMap(GuestFeatures::hap).orElseThrow().byDefault()).isFalse();
  }

  @Test
  void theMachine() {
    HostMachine host = NUMA.host();
    assertThat(host.iommu()).contains(true);
    assertThat(host.migration().orElseThrow().uriTransports())
        .containsExactly(MigrationTransport.TCP, MigrationTransport.RDMA);
    assertThat(host.securityModel("dac").flatMap(model -> model.baseLabel("qemu")))
        .contains("+108:+108");
    assertThat(host.securityModel("dac").flatMap(model -> model.baseLabel("xen"))).isEmpty();
    assertThat(host.securityModel("selinux")).isEmpty();
    CacheControl control = host.caches().get(0).controls().get(0);
    assertThat(control.granularity()).isEqualTo(ByteSize.kibibytes(768));
    assertThat(control.min()).contains(ByteSize.kibibytes(1536));
    HostMachine plain = Capabilities.fromXml(document("plain.xml")).host();
    assertThat(plain.powerManagement()).isPresent();
    assertThat(plain.migration()).isEmpty();
    assertThat(plain.topology()).isEmpty();
  }

  @Test
  void anEditKeepsCountsAndUnitsRight() {
    NumaTopology topology = NUMA.topology().orElseThrow();
    assertThat(topology.withNodes(topology.nodes().get(1)).toXml())
        .contains("<cells num='1'>", "<cpus num='2'>");
    CacheControl control = NUMA.host().caches().get(0).controls().get(0);
    HostMachine changed =
        NUMA.host()
            .withCaches(
                NUMA.host()
                    .caches()
                    .get(0)
                    .withControls(
                        control.withGranularity(ByteSize.bytes(500)).withMin(ByteSize.bytes(700))));
    assertThat(NUMA.withHost(changed).toXml()).contains("granularity='500' unit='bytes' min='700'");
  }

  @Test
  void aCountThatIsWrongComesBackUntilItChanges() {
    NumaTopology read =
        NumaTopology.fromXml("<topology><cells num='7'><cell id='0'/></cells></topology>");
    assertThat(read.toXml()).contains("num='7'");
    NumaTopology bare = NumaTopology.fromXml("<topology><cells><cell id='0'/></cells></topology>");
    assertThat(bare.toXml()).doesNotContain("num=", "<cpus");
    assertThat(
            bare.withNodes().toBuilder()
                .addNode(bare.nodes().get(0))
                .addNode(bare.nodes().get(0))
                .build()
                .toXml())
        .contains("<cells num='2'>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <cell id='1'>|<cell>|capabilities/host/topology/cells/cell[2]/@id|absent
          <cell id='1'>|<cell id='one'>|capabilities/host/topology/cells/cell[2]/@id|one
          <cells num='3'>|<cells num='all'>|capabilities/host/topology/cells/@num|all
          >1024</pages>|>many</pages>|capabilities/host/topology/cells/cell[1]/pages[2]|many
          siblings='1'|siblings='x'|capabilities/host/topology/cells/cell[2]/cpus/cpu[1]/@siblings|x
          <os_type>xen</os_type>|''|capabilities/guest[2]/os_type|absent
          <arch name='ia64'>|<arch>|capabilities/guest[2]/arch/@name|absent
          <domain type='xen'/>|<domain/>|capabilities/guest[2]/arch/domain/@type|absent
          min='1536'|min='little'|capabilities/host/cache/bank[1]/control[1]/@min|little
          <uuid>0a5ee7b2|<uuid>wrong|capabilities/host/uuid|wrong-6f0c-4c39-9a55-0f0a3f6a1c11
          """)
  void wrongInput(String from, String to, String path, String value) {
    assertThat(DOCUMENT).contains(from);
    assertThatThrownBy(() -> Capabilities.fromXml(DOCUMENT.replace(from, to)))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
              assertThat(e.expected()).isNotBlank();
            });
  }
}
