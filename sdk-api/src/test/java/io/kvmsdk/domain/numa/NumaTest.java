package io.kvmsdk.domain.numa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Strictness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NumaTest {

  private static final ByteSize GIB = ByteSize.gibibytes(1);

  @Test
  void cellsAreNumberedAsTheyStand() {
    GuestNuma numa =
        GuestNuma.cells(
            NumaCell.of(CpuSet.of("0-1"), GIB).toBuilder()
                .memoryAccess(MemoryAccess.SHARED)
                .addDistance(NumaDistance.of(0, 10))
                .addDistance(NumaDistance.of(1, 21))
                .build(),
            NumaCell.memoryOnly(GIB));
    assertThat(numa.toXml())
        .isEqualTo(
            """
            <numa>
              <cell id='0' cpus='0-1' memory='1048576' unit='KiB' memAccess='shared'>
                <distances>
                  <sibling id='0' value='10'/>
                  <sibling id='1' value='21'/>
                </distances>
              </cell>
              <cell id='1' memory='1048576' unit='KiB'/>
            </numa>\
            """);
    assertThat(GuestNuma.fromXml(numa.toXml(), Strictness.STRICT)).isEqualTo(numa);
    assertThat(numa.memory()).isEqualTo(ByteSize.gibibytes(2));
    assertThat(numa.cell(0).orElseThrow().distanceTo(1)).contains(21);
    assertThat(numa.cell(1).orElseThrow().distanceTo(1)).isEmpty();
    assertThat(numa.cell(2)).isEmpty();
  }

  @Test
  void cellsWithoutNumbersAreCounted() {
    GuestNuma numa =
        GuestNuma.fromXml("<numa><cell memory='1'/><cell cpus='0' memory='2048'/></numa>");
    assertThat(numa.cell(1).orElseThrow().memory()).isEqualTo(ByteSize.mebibytes(2));
    assertThat(numa.toBuilder().build()).isEqualTo(numa);
  }

  @Test
  void attributesOfMemory() {
    GuestNuma numa =
        GuestNuma.cells(NumaCell.of(CpuSet.of(0), GIB)).toBuilder()
            .addLatency(NumaLatency.of(0, 0, Duration.ofNanos(7)))
            .addBandwidth(NumaBandwidth.of(0, 0, ByteRate.mebibytesPerSecond(3)).withCache(1))
            .build();
    assertThat(numa.toXml())
        .contains(
            "<latency initiator='0' target='0' type='access' value='7'/>",
            "<bandwidth initiator='0' target='0' cache='1' type='access' value='3072' unit='KiB'/>");
    assertThat(GuestNuma.fromXml(numa.toXml(), Strictness.STRICT)).isEqualTo(numa);
  }

  @Test
  void impossibleCellsAreRefused() {
    NumaCell first = NumaCell.of(CpuSet.of("0-2"), GIB);
    NumaCell second = NumaCell.of(CpuSet.of("2-3"), GIB);
    assertRefused("numa/cell", () -> GuestNuma.cells(new NumaCell[0]));
    assertRefused("numa/cell/@cpus", () -> GuestNuma.cells(first, second));
    assertRefused("numa/cell/@id", () -> GuestNuma.cells(first.withId(1)));
    assertRefused(
        "numa/cell/@id",
        () -> GuestNuma.cells(first.withId(0), NumaCell.memoryOnly(GIB).withId(0)));
    assertRefused(
        "numa/cell/distances/sibling/@id",
        () -> GuestNuma.cells(first.withDistances(NumaDistance.of(1, 20))));
    assertRefused(
        "numa/cell/distances/sibling/@value",
        () -> GuestNuma.cells(first.withDistances(NumaDistance.of(0, 11))));
    assertRefused(
        "numa/cell/distances/sibling/@value",
        () ->
            GuestNuma.cells(first.withDistances(NumaDistance.of(1, 10)), NumaCell.memoryOnly(GIB)));
  }

  @Test
  void whatIsMissingOrNoNumberIsRefused() {
    assertRefused("numa/cell/@memory", () -> GuestNuma.fromXml("<numa><cell/></numa>"));
    assertRefused(
        "numa/cell/@memory", () -> GuestNuma.fromXml("<numa><cell memory='much'/></numa>"));
    assertRefused(
        "numa/cell/@cpus", () -> GuestNuma.fromXml("<numa><cell cpus='all' memory='1'/></numa>"));
    assertRefused(
        "numa/interconnects/bandwidth/@value",
        () ->
            GuestNuma.fromXml(
                "<numa><interconnects><bandwidth initiator='0' target='0' type='read'/>"
                    + "</interconnects></numa>"));
    assertRefused(
        "numatune/memnode/@nodeset",
        () -> NumaTune.fromXml("<numatune><memnode cellid='0' mode='strict'/></numatune>"));
  }

  @Test
  void nodesOfTheHost() {
    CpuSet nodes = CpuSet.of(0, 2);
    assertThat(NumaTune.strict(nodes).toXml()).contains("<memory mode='strict' nodeset='0,2'/>");
    assertThat(NumaTune.interleave(nodes).mode()).contains(NumaMode.INTERLEAVE);
    assertThat(NumaTune.preferred(CpuSet.of(1)).mode()).contains(NumaMode.PREFERRED);
    assertThat(NumaTune.auto().toXml()).contains("<memory mode='strict' placement='auto'/>");
    NumaTune cells = NumaTune.cellByCell(nodes);
    assertThat(cells.memNode(1)).contains(MemNode.strict(1, CpuSet.of(2)));
    assertThat(cells.memNode(2)).isEmpty();
    assertThat(NumaTune.fromXml(cells.toXml(), Strictness.STRICT)).isEqualTo(cells);
  }

  @Test
  void aCellIsTunedOnceAndNotBesideNumad() {
    MemNode node = MemNode.preferred(0, CpuSet.of(0));
    assertRefused(
        "numatune/memnode/@cellid",
        () -> NumaTune.builder().addMemNode(node).addMemNode(node).build());
    assertRefused("numatune/memnode", () -> NumaTune.auto().toBuilder().addMemNode(node).build());
  }

  private static void assertRefused(String path, Runnable build) {
    assertThatThrownBy(build::run)
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class, e -> assertThat(e.path()).isEqualTo(path));
  }
}
