package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.qmp.QmpCommand;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.Optional;

/** Limits of a disk's throughput as {@code block_set_io_throttle} takes them. */
final class Throttling {

  private Throttling() {}

  /**
   * What sets limits, and lifts those that are absent.
   *
   * @param device the id or the QOM path of the device that the block nodes are attached to
   */
  static QmpCommand<JsonNode> of(String device, IoTune limits) {
    QemuJson arguments = QemuJson.object().put("id", device);
    arguments.put("bps", bytes(limits.totalBytes()));
    arguments.put("bps_rd", bytes(limits.readBytes())).put("bps_wr", bytes(limits.writeBytes()));
    arguments.put("iops", limits.totalIops().orElse(0L));
    arguments.put("iops_rd", limits.readIops().orElse(0L));
    arguments.put("iops_wr", limits.writeIops().orElse(0L));
    arguments.put("bps_max", limits.totalBytesMax().map(ByteRate::bytesPerSecond));
    arguments.put("bps_rd_max", limits.readBytesMax().map(ByteRate::bytesPerSecond));
    arguments.put("bps_wr_max", limits.writeBytesMax().map(ByteRate::bytesPerSecond));
    arguments.put("iops_max", limits.totalIopsMax());
    arguments.put("iops_rd_max", limits.readIopsMax());
    arguments.put("iops_wr_max", limits.writeIopsMax());
    arguments.put("bps_max_length", seconds(limits.totalBytesMaxLength()));
    arguments.put("bps_rd_max_length", seconds(limits.readBytesMaxLength()));
    arguments.put("bps_wr_max_length", seconds(limits.writeBytesMaxLength()));
    arguments.put("iops_max_length", seconds(limits.totalIopsMaxLength()));
    arguments.put("iops_rd_max_length", seconds(limits.readIopsMaxLength()));
    arguments.put("iops_wr_max_length", seconds(limits.writeIopsMaxLength()));
    arguments.put("iops_size", limits.sizeIops().map(ByteSize::bytes));
    arguments.put("group", limits.groupName());
    ObjectNode node = arguments.node();
    return QmpCommand.of("block_set_io_throttle", node);
  }

  private static long bytes(Optional<ByteRate> rate) {
    return rate.map(ByteRate::bytesPerSecond).orElse(0L);
  }

  /** QEMU takes no length of 0; libvirt means the default of one second by it. */
  private static Optional<Long> seconds(Optional<Duration> length) {
    return length.map(Duration::toSeconds).filter(it -> it > 0);
  }
}
