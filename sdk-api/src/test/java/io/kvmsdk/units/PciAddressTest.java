package io.kvmsdk.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PciAddressTest {

  @Test
  void readsAndWritesWhatLspciDoes() {
    assertThat(PciAddress.of("0000:3b:1f.7")).isEqualTo(new PciAddress(0, 0x3b, 0x1f, 7));
    assertThat(PciAddress.of(" 3B:00.1 ")).hasToString("0000:3b:00.1");
    assertThat(PciAddress.of("10000:00:02.0").domain()).isEqualTo(0x10000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "3b", "3b:00", "3b:00.8", "3b:20.0", "100:00.0", "ffffffff:00:00.0", "x:0.0"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> PciAddress.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
