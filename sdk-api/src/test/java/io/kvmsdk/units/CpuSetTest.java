package io.kvmsdk.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuSetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "0-3|0-3",
        "0,1,2,5|0-2,5",
        "0-7,^3|0-2,4-7",
        "0-7,^2-3|0-1,4-7",
        " 1 , 3 - 4 |1,3-4",
        "16383|16383",
        "''|''"
      })
  void readsWhatLibvirtWrites(String text, String shortest) {
    CpuSet set = CpuSet.of(text);
    assertThat(set).hasToString(shortest).isEqualTo(CpuSet.of(shortest));
    assertThat(set).hasSameHashCodeAs(CpuSet.of(shortest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "1-", "-1", "3-1", "1,,2", ",", "16384", "0-99999999999", "^", "1--2", "1.5"})
  void refusesWhatIsNoSet(String text) {
    assertThatThrownBy(() -> CpuSet.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a set of CPUs")
        .hasMessageContaining(text);
  }

  @Test
  void holdsNumbers() {
    CpuSet set = CpuSet.of(3, 1, 2, 9);
    assertThat(set).isEqualTo(CpuSet.of("1-3,9")).isNotEqualTo(CpuSet.range(1, 3));
    assertThat(set.contains(9)).isTrue();
    assertThat(set.contains(0)).isFalse();
    assertThat(set.contains(-1)).isFalse();
    assertThat(set.size()).isEqualTo(4);
    assertThat(set.stream()).containsExactly(1, 2, 3, 9);
    assertThat(CpuSet.of().isEmpty()).isTrue();
    assertThatThrownBy(() -> CpuSet.of(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CpuSet.range(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
