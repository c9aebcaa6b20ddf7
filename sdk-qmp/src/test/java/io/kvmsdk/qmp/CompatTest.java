package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.qmp.command.BlockCommit;
import io.kvmsdk.qmp.command.DriveBackup;
import io.kvmsdk.qmp.type.MirrorSyncMode;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A QEMU that was started with {@code -compat}, to find out who uses what is deprecated. */
@Timeout(60)
class CompatTest {

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.MonitorQemu#all")
  void whatIsDeprecatedIsRefusedInWords(Path binary) throws Exception {
    try (MonitorQemu qemu = MonitorQemu.withoutDeprecated(binary, folder);
        QmpClient client = QmpClient.connect(qemu.socket())) {
      // What is refused is not in the schema either, which is how a caller finds out beforehand.
      assertThat(client.supports(DriveBackup.class)).isFalse();
      assertThat(client.supports(BlockCommit.class, "top")).isFalse();
      assertThat(client.supports(BlockCommit.class, "top-node")).isTrue();
      assertThatThrownBy(() ->
              client.execute(
                  DriveBackup.builder().device("a").target("b").sync(MirrorSyncMode.FULL).build()))
          .isInstanceOf(UnsupportedFeatureException.class)
          .hasMessageContaining("drive-backup")
          .hasMessageContaining("disabled by policy");
      assertThatThrownBy(() -> client.execute(BlockCommit.builder().device("a").top("b").build()))
          .isInstanceOf(OperationFailedException.class)
          .hasMessageContaining("top disabled by policy")
          .extracting(e -> ((HypervisorException) e).outcome())
          .isEqualTo(Outcome.NOT_APPLIED);
    }
  }
}
