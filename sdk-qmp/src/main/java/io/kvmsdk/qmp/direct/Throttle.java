package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.Optional;

/** A disk's limits, by QMP's {@code block_set_io_throttle} and {@code query-block}. */
final class Throttle {

  private Throttle() {}

  /** Sets the limits of a disk: those that are absent are lifted. */
  static void set(Call call, Monitor monitor, String device, IoTune limits) {
    String qdev = block(call, monitor, device).path("qdev").asText();
    monitor.client().execute(Throttling.of(qdev, limits), call);
  }

  /** The limits without those of zero, which mean no limit. */
  static IoTune normal(IoTune limits) {
    return limits.toBuilder()
        .totalBytes(limits.totalBytes().filter(Throttle::limits))
        .readBytes(limits.readBytes().filter(Throttle::limits))
        .writeBytes(limits.writeBytes().filter(Throttle::limits))
        .totalIops(limits.totalIops().filter(count -> count > 0))
        .readIops(limits.readIops().filter(count -> count > 0))
        .writeIops(limits.writeIops().filter(count -> count > 0))
        .build();
  }

  private static boolean limits(ByteRate rate) {
    return rate.bytesPerSecond() > 0;
  }

  /** The limits that a disk is under. */
  static IoTune get(Call call, Monitor monitor, String device) {
    JsonNode inserted = block(call, monitor, device).path("inserted");
    return IoTune.builder()
        .totalBytes(rate(inserted, "bps"))
        .readBytes(rate(inserted, "bps_rd"))
        .writeBytes(rate(inserted, "bps_wr"))
        .totalIops(count(inserted, "iops"))
        .readIops(count(inserted, "iops_rd"))
        .writeIops(count(inserted, "iops_wr"))
        .totalBytesMax(rate(inserted, "bps_max"))
        .readBytesMax(rate(inserted, "bps_rd_max"))
        .writeBytesMax(rate(inserted, "bps_wr_max"))
        .totalIopsMax(count(inserted, "iops_max"))
        .readIopsMax(count(inserted, "iops_rd_max"))
        .writeIopsMax(count(inserted, "iops_wr_max"))
        .totalBytesMaxLength(length(inserted, "bps"))
        .readBytesMaxLength(length(inserted, "bps_rd"))
        .writeBytesMaxLength(length(inserted, "bps_wr"))
        .totalIopsMaxLength(length(inserted, "iops"))
        .readIopsMaxLength(length(inserted, "iops_rd"))
        .writeIopsMaxLength(length(inserted, "iops_wr"))
        .sizeIops(count(inserted, "iops_size").map(ByteSize::bytes))
        .groupName(group(inserted, device))
        .build();
  }

  private static Optional<ByteRate> rate(JsonNode inserted, String name) {
    return count(inserted, name).map(ByteRate::new);
  }

  private static Optional<Long> count(JsonNode inserted, String name) {
    return Optional.of(inserted.path(name).asLong()).filter(value -> value > 0);
  }

  /** QEMU tells a length of one second, its default, beside each burst. */
  private static Optional<Duration> length(JsonNode inserted, String name) {
    return count(inserted, name + "_max_length")
        .filter(seconds -> seconds > 1)
        .map(Duration::ofSeconds);
  }

  /** A disk that shares no limits has a group of its own, named as the disk. */
  private static Optional<String> group(JsonNode inserted, String device) {
    return Optional.of(inserted.path("group").asText(""))
        .filter(name -> !name.isEmpty() && !names(name, device));
  }

  /** What QEMU tells of a disk. */
  private static JsonNode block(Call call, Monitor monitor, String device) {
    for (JsonNode block : monitor.ask(call, "query-block")) {
      if (names(block.path("qdev").asText(), device)) {
        return block;
      }
    }
    throw new NotFoundException(call.context(), "QEMU has no disk of the name " + device);
  }

  /** A virtio disk is named by the path of its inner half, others by their id. */
  private static boolean names(String qdev, String device) {
    return qdev.equals(device) || qdev.equals("/machine/peripheral/" + device + "/virtio-backend");
  }
}
