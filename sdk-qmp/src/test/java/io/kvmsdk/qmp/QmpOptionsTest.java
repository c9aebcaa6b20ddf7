package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QmpOptionsTest {

  @Test
  void aCommandsTimeIsByWhatItDoes() {
    QmpOptions options = QmpOptions.DEFAULT;
    assertThat(options.timeoutOf("query-status")).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.timeoutOf("query-qmp-schema")).isEqualTo(Duration.ofSeconds(30));
    assertThat(options.timeoutOf("cont")).isEqualTo(Duration.ofSeconds(30));
    assertThat(options.timeoutOf("blockdev-add")).isEqualTo(Duration.ofMinutes(2));
    assertThat(options.timeoutOf("block_resize")).isEqualTo(Duration.ofMinutes(2));
    assertThat(options.timeoutOf("migrate-incoming")).isEqualTo(Duration.ofMinutes(2));
    assertThat(options.timeoutOf("guest-fsfreeze-freeze")).isEqualTo(Duration.ofMinutes(2));
    assertThat(options.timeoutOf("dump-guest-memory")).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void oneTimeForAllAndOneForOne() {
    QmpOptions options =
        QmpOptions.DEFAULT
            .withCommandTimeout("query-block", Duration.ofSeconds(3))
            .withCommandTimeout(Duration.ofSeconds(7))
            .withCommandTimeout("quit", Duration.ofSeconds(1));
    assertThat(options.timeoutOf("query-block")).isEqualTo(Duration.ofSeconds(3));
    assertThat(options.timeoutOf("quit")).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.timeoutOf("dump-guest-memory")).isEqualTo(Duration.ofSeconds(7));
    assertThat(options.timeoutOf("query-status")).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void eachWithChangesOneThing() {
    QmpOptions options =
        QmpOptions.DEFAULT
            .withConnectTimeout(Duration.ofSeconds(1))
            .withCommandTimeout(Duration.ofSeconds(2))
            .withEventQueue(3)
            .withMaxMessage(ByteSize.kibibytes(4))
            .withOutOfBand(true)
            .withReconnect(Reconnect.backoff(Duration.ofSeconds(5), Duration.ofSeconds(6)));
    assertThat(options.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.commandTimeout()).contains(Duration.ofSeconds(2));
    assertThat(options.eventQueue()).isEqualTo(3);
    assertThat(options.maxMessage()).isEqualTo(ByteSize.kibibytes(4));
    assertThat(options.outOfBand()).isTrue();
    assertThat(options.reconnect()).map(Reconnect::longest).contains(Duration.ofSeconds(6));
  }

  @Test
  void whatIsWrongIsRefused() {
    assertThatThrownBy(() -> QmpOptions.DEFAULT.withCommandTimeout("quit", Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quit");
    assertThatThrownBy(() -> QmpOptions.DEFAULT.withConnectTimeout(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> QmpOptions.DEFAULT.withEventQueue(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> QmpOptions.DEFAULT.withMaxMessage(ByteSize.bytes(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
