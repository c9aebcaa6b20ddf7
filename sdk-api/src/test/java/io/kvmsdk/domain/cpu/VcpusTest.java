package io.kvmsdk.domain.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import org.junit.jupiter.api.Test;

class VcpusTest {

  @Test
  void countsAreSaidInWords() {
    assertThat(Vcpus.of(2).toXml()).isEqualTo("<vcpu>2</vcpu>");
    assertThat(Vcpus.online(2).outOf(8).toXml()).isEqualTo("<vcpu current='2'>8</vcpu>");
    assertThat(Vcpus.online(2).outOf(8).online()).isEqualTo(2);
    assertThat(Vcpus.of(3).online()).isEqualTo(3);
    assertThat(Vcpus.fromXml("<vcpu current='0x2'> 8 </vcpu>")).isEqualTo(Vcpus.online(2).outOf(8));
  }

  @Test
  void moreThanThereCanBeAreRefused() {
    assertThatThrownBy(() -> Vcpus.of(0)).isInstanceOf(InvalidDefinitionException.class);
    assertThatThrownBy(() -> Vcpus.online(9).outOf(8))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("vcpu/@current")
        .hasMessageContaining("1 to 8");
    assertThatThrownBy(() -> Vcpus.of(2).withCurrent(3))
        .isInstanceOf(InvalidDefinitionException.class);
  }

  @Test
  void aTopologyHasAsManyAsItsProduct() {
    assertThat(CpuTopology.of(2, 4, 2).vcpus()).isEqualTo(16);
    assertThat(CpuTopology.of(2, 4, 2).withDies(2).vcpus()).isEqualTo(32);
    assertThatThrownBy(() -> CpuTopology.of(1, 0, 1))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("topology/@cores");
  }
}
