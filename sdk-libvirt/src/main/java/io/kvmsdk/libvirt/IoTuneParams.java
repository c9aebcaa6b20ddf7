package io.kvmsdk.libvirt;

import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Limits as libvirt's parameters {@code VIR_DOMAIN_BLOCK_IOTUNE_...}. One that is absent is sent as
 * 0: libvirt keeps what it is not told.
 */
final class IoTuneParams {

  private static final String MAX = "_max";
  private static final String LENGTH = "_max_length";
  private static final String SIZE_IOPS = "size_iops_sec";
  private static final String GROUP = "group_name";

  /** A burst lasts so long where nothing is said. */
  private static final long ONE_SECOND = 1;

  private IoTuneParams() {}

  static Map<String, Object> of(IoTune tune) {
    Map<String, Object> params = new LinkedHashMap<>();
    rate(
        params,
        "total_bytes_sec",
        tune.totalBytes(),
        tune.totalBytesMax(),
        tune.totalBytesMaxLength());
    rate(
        params, "read_bytes_sec", tune.readBytes(), tune.readBytesMax(), tune.readBytesMaxLength());
    rate(
        params,
        "write_bytes_sec",
        tune.writeBytes(),
        tune.writeBytesMax(),
        tune.writeBytesMaxLength());
    limit(
        params, "total_iops_sec", tune.totalIops(), tune.totalIopsMax(), tune.totalIopsMaxLength());
    limit(params, "read_iops_sec", tune.readIops(), tune.readIopsMax(), tune.readIopsMaxLength());
    limit(
        params, "write_iops_sec", tune.writeIops(), tune.writeIopsMax(), tune.writeIopsMaxLength());
    params.put(SIZE_IOPS, tune.sizeIops().map(ByteSize::bytes).orElse(0L));
    tune.groupName().ifPresent(group -> params.put(GROUP, group));
    return params;
  }

  private static void rate(
      Map<String, Object> params,
      String name,
      Optional<ByteRate> limit,
      Optional<ByteRate> burst,
      Optional<Duration> length) {
    limit(
        params,
        name,
        limit.map(ByteRate::bytesPerSecond),
        burst.map(ByteRate::bytesPerSecond),
        length);
  }

  private static void limit(
      Map<String, Object> params,
      String name,
      Optional<Long> limit,
      Optional<Long> burst,
      Optional<Duration> length) {
    params.put(name, limit.orElse(0L));
    params.put(name + MAX, burst.orElse(0L));
    boolean bursts = burst.orElse(0L) > 0; // QEMU refuses the length of a burst that there is not
    params.put(name + LENGTH, bursts ? length.map(Duration::toSeconds).orElse(ONE_SECOND) : 0L);
  }

  /**
   * What libvirt says; 0 is no limit, and a burst of one second is what it says of itself.
   *
   * @param group what the disk's definition says: QEMU makes up a name where there is none
   */
  static IoTune read(Map<String, Object> params, Optional<String> group) {
    IoTune.Builder tune =
        IoTune.builder()
            .totalBytes(rate(params, "total_bytes_sec"))
            .totalBytesMax(rate(params, "total_bytes_sec" + MAX))
            .totalBytesMaxLength(length(params, "total_bytes_sec"))
            .readBytes(rate(params, "read_bytes_sec"))
            .readBytesMax(rate(params, "read_bytes_sec" + MAX))
            .readBytesMaxLength(length(params, "read_bytes_sec"))
            .writeBytes(rate(params, "write_bytes_sec"))
            .writeBytesMax(rate(params, "write_bytes_sec" + MAX))
            .writeBytesMaxLength(length(params, "write_bytes_sec"))
            .totalIops(limit(params, "total_iops_sec"))
            .totalIopsMax(limit(params, "total_iops_sec" + MAX))
            .totalIopsMaxLength(length(params, "total_iops_sec"))
            .readIops(limit(params, "read_iops_sec"))
            .readIopsMax(limit(params, "read_iops_sec" + MAX))
            .readIopsMaxLength(length(params, "read_iops_sec"))
            .writeIops(limit(params, "write_iops_sec"))
            .writeIopsMax(limit(params, "write_iops_sec" + MAX))
            .writeIopsMaxLength(length(params, "write_iops_sec"))
            .sizeIops(limit(params, SIZE_IOPS).map(ByteSize::bytes));
    return tune.groupName(group).build();
  }

  private static Optional<Long> limit(Map<String, Object> params, String name) {
    return params.get(name) instanceof Long value && value > 0
        ? Optional.of(value)
        : Optional.empty();
  }

  private static Optional<ByteRate> rate(Map<String, Object> params, String name) {
    return limit(params, name).map(ByteRate::new);
  }

  private static Optional<Duration> length(Map<String, Object> params, String name) {
    return limit(params, name + MAX).isEmpty()
        ? Optional.empty()
        : limit(params, name + LENGTH).filter(s -> s > ONE_SECOND).map(Duration::ofSeconds);
  }
}
