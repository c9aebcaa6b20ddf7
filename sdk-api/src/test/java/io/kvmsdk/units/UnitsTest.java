package io.kvmsdk.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class UnitsTest {

  @Test
  void sizesReadLibvirtsUnits() {
    assertThat(ByteSize.of(1, "KiB")).isEqualTo(ByteSize.bytes(1024));
    assertThat(ByteSize.of(1, "KB")).isEqualTo(ByteSize.bytes(1000));
    assertThat(ByteSize.of(3, "")).isEqualTo(ByteSize.bytes(3));
    assertThat(ByteSize.of(7, "EiB").bytes()).isEqualTo(7L << 60);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ByteSize.of(8, "EiB"))
        .withMessageContaining("8 EiB");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ByteSize.of(1, "lots"))
        .withMessageContaining("'lots'");
    assertThatIllegalArgumentException().isThrownBy(() -> ByteSize.bytes(-1));
  }

  @Test
  void sizesAreSpelledInTheLargestWholeUnit() {
    assertThat(ByteSize.mebibytes(512)).hasToString("512 MiB");
    assertThat(ByteSize.gibibytes(2)).hasToString("2 GiB");
    assertThat(ByteSize.bytes(1025)).hasToString("1025 bytes");
    assertThat(ByteSize.ZERO).hasToString("0 bytes");
    assertThat(ByteSize.bytes(1025).toKibibytes()).isEqualTo(2);
    assertThat(ByteSize.bytes(Long.MAX_VALUE).toKibibytes()).isEqualTo(1L << 53);
  }

  @Test
  void macAddressesAreOneHoweverSpelled() {
    assertThat(MacAddress.of("52-54-00-AB-CD-EF")).isEqualTo(MacAddress.of("52:54:00:ab:cd:ef"));
    assertThat(MacAddress.random().toString()).startsWith("52:54:00:");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MacAddress.of("52:54:00:ab:cd"))
        .withMessageContaining("52:54:00:ab:cd");
  }
}
