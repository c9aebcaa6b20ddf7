package io.kvmsdk.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ByteRateTest {

  @Test
  void isExact() {
    assertThat(ByteRate.mebibytesPerSecond(10)).isEqualTo(ByteRate.bytesPerSecond(10 << 20));
    assertThat(ByteRate.megabitsPerSecond(8)).isEqualTo(ByteRate.kilobytesPerSecond(1000));
    assertThat(ByteRate.kilobytesPerSecond(3)).isEqualTo(ByteRate.bytesPerSecond(3000));
    assertThat(ByteRate.perSecond(ByteSize.kibibytes(3))).hasToString("3 KiB/s");
    assertThat(ByteRate.bytesPerSecond(1)).isLessThan(ByteRate.bytesPerSecond(2));
    assertThatThrownBy(() -> ByteRate.bytesPerSecond(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}
