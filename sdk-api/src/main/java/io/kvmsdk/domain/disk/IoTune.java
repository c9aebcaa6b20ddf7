package io.kvmsdk.domain.disk;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Limits of a disk's throughput. Absent means no limit.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs, iotune</a>
 */
@Value.Immutable
@ValueStyle
public interface IoTune extends WithIoTune {

  /** How limits are read and written. */
  XmlMapping<IoTune> XML = new IoTuneXml();

  /** No limit at all. */
  IoTune NONE = builder().build();

  /** So many requests each second, reading and writing together. */
  static IoTune totalIops(long requests) {
    return builder().totalIops(requests).build();
  }

  /** So many bytes each second, reading and writing together. */
  static IoTune totalBytes(ByteRate rate) {
    return builder().totalBytes(rate).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The limits that {@code <iotune>} says, keeping what has no name here. */
  static IoTune fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** The limits that {@code <iotune>} says. */
  static IoTune fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The limits as {@code <iotune>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** Reading and writing together, in bytes each second; 0 is no limit. */
  Optional<ByteRate> totalBytes();

  /**
   * Reading and writing together, in a burst, in bytes each second; 0 is no burst. Since libvirt
   * 1.2.11.
   */
  Optional<ByteRate> totalBytesMax();

  /** How long such a burst may last, in whole seconds; absent means one. Since libvirt 2.4.0. */
  Optional<Duration> totalBytesMaxLength();

  /** Reading, in bytes each second; 0 is no limit. */
  Optional<ByteRate> readBytes();

  /** Reading, in a burst, in bytes each second; 0 is no burst. Since libvirt 1.2.11. */
  Optional<ByteRate> readBytesMax();

  /** How long such a burst may last, in whole seconds; absent means one. Since libvirt 2.4.0. */
  Optional<Duration> readBytesMaxLength();

  /** Writing, in bytes each second; 0 is no limit. */
  Optional<ByteRate> writeBytes();

  /** Writing, in a burst, in bytes each second; 0 is no burst. Since libvirt 1.2.11. */
  Optional<ByteRate> writeBytesMax();

  /** How long such a burst may last, in whole seconds; absent means one. Since libvirt 2.4.0. */
  Optional<Duration> writeBytesMaxLength();

  /** Reading and writing together, in requests each second; 0 is no limit. */
  Optional<Long> totalIops();

  /**
   * Reading and writing together, in a burst, in requests each second; 0 is no burst. Since libvirt
   * 1.2.11.
   */
  Optional<Long> totalIopsMax();

  /** How long such a burst may last, in whole seconds; absent means one. Since libvirt 2.4.0. */
  Optional<Duration> totalIopsMaxLength();

  /** Reading, in requests each second; 0 is no limit. */
  Optional<Long> readIops();

  /** Reading, in a burst, in requests each second; 0 is no burst. Since libvirt 1.2.11. */
  Optional<Long> readIopsMax();

  /** How long such a burst may last, in whole seconds; absent means one. Since libvirt 2.4.0. */
  Optional<Duration> readIopsMaxLength();

  /** Writing, in requests each second; 0 is no limit. */
  Optional<Long> writeIops();

  /** Writing, in a burst, in requests each second; 0 is no burst. Since libvirt 1.2.11. */
  Optional<Long> writeIopsMax();

  /** How long such a burst may last, in whole seconds; absent means one. Since libvirt 2.4.0. */
  Optional<Duration> writeIopsMaxLength();

  /** A request that is longer than this counts as several. Since libvirt 1.2.11. */
  Optional<ByteSize> sizeIops();

  /** Disks of one domain that name the same group share its limits. Since libvirt 3.0.0. */
  Optional<String> groupName();

  /** What the document says beyond this. */
  Extras extras();

  /**
   * Refuses limits that exclude each other, as libvirt does; building and changing them does it.
   *
   * @throws InvalidDefinitionException if there is a limit of the total beside one of reading or
   *     writing of the same kind
   */
  @Value.Check
  default void checkConsistent() {
    checkRates("total_bytes_sec", totalBytes(), readBytes(), writeBytes());
    checkRates("total_bytes_sec_max", totalBytesMax(), readBytesMax(), writeBytesMax());
    checkNumbers("total_iops_sec", totalIops(), readIops(), writeIops());
    checkNumbers("total_iops_sec_max", totalIopsMax(), readIopsMax(), writeIopsMax());
  }

  private static void checkRates(
      String limit, Optional<ByteRate> total, Optional<ByteRate> read, Optional<ByteRate> write) {
    checkNumbers(limit, bytes(total), bytes(read), bytes(write));
  }

  private static void checkNumbers(
      String limit, Optional<Long> total, Optional<Long> read, Optional<Long> write) {
    if (total.orElse(0L) > 0 && (read.orElse(0L) > 0 || write.orElse(0L) > 0)) {
      throw exclusive(limit, total.get().toString());
    }
  }

  private static Optional<Long> bytes(Optional<ByteRate> rate) {
    return rate.isEmpty() ? Optional.empty() : Optional.of(rate.get().bytesPerSecond());
  }

  private static InvalidDefinitionException exclusive(String limit, String value) {
    return new InvalidDefinitionException(
        "iotune/" + limit, value, "no limit of the total beside one of reading or writing");
  }

  /** Makes limits. */
  final class Builder extends ImmutableIoTune.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IoTuneXml extends XmlMapping<IoTune> {

  IoTuneXml() {
    super("iotune");
  }

  @Override
  protected IoTune read(XmlIn in) {
    IoTune.Builder b = IoTune.builder();
    if (in.child("total_bytes_sec").longText()) b.totalBytes(new ByteRate(in.longValue()));
    if (in.child("total_bytes_sec_max").longText()) b.totalBytesMax(new ByteRate(in.longValue()));
    if (in.child("total_bytes_sec_max_length").longText())
      b.totalBytesMaxLength(Duration.ofSeconds(in.longValue()));
    if (in.child("read_bytes_sec").longText()) b.readBytes(new ByteRate(in.longValue()));
    if (in.child("read_bytes_sec_max").longText()) b.readBytesMax(new ByteRate(in.longValue()));
    if (in.child("read_bytes_sec_max_length").longText())
      b.readBytesMaxLength(Duration.ofSeconds(in.longValue()));
    if (in.child("write_bytes_sec").longText()) b.writeBytes(new ByteRate(in.longValue()));
    if (in.child("write_bytes_sec_max").longText()) b.writeBytesMax(new ByteRate(in.longValue()));
    if (in.child("write_bytes_sec_max_length").longText())
      b.writeBytesMaxLength(Duration.ofSeconds(in.longValue()));
    if (in.child("total_iops_sec").longText()) b.totalIops(in.longValue());
    if (in.child("total_iops_sec_max").longText()) b.totalIopsMax(in.longValue());
    if (in.child("total_iops_sec_max_length").longText())
      b.totalIopsMaxLength(Duration.ofSeconds(in.longValue()));
    if (in.child("read_iops_sec").longText()) b.readIops(in.longValue());
    if (in.child("read_iops_sec_max").longText()) b.readIopsMax(in.longValue());
    if (in.child("read_iops_sec_max_length").longText())
      b.readIopsMaxLength(Duration.ofSeconds(in.longValue()));
    if (in.child("write_iops_sec").longText()) b.writeIops(in.longValue());
    if (in.child("write_iops_sec_max").longText()) b.writeIopsMax(in.longValue());
    if (in.child("write_iops_sec_max_length").longText())
      b.writeIopsMaxLength(Duration.ofSeconds(in.longValue()));
    if (in.child("size_iops_sec").longText()) b.sizeIops(ByteSize.bytes(in.longValue()));
    if (in.childText("group_name")) b.groupName(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IoTune value, String name, XmlOut out) {
    out.begin(name, value.extras());
    rate(out, "total_bytes_sec", value.totalBytes());
    rate(out, "total_bytes_sec_max", value.totalBytesMax());
    seconds(out, "total_bytes_sec_max_length", value.totalBytesMaxLength());
    rate(out, "read_bytes_sec", value.readBytes());
    rate(out, "read_bytes_sec_max", value.readBytesMax());
    seconds(out, "read_bytes_sec_max_length", value.readBytesMaxLength());
    rate(out, "write_bytes_sec", value.writeBytes());
    rate(out, "write_bytes_sec_max", value.writeBytesMax());
    seconds(out, "write_bytes_sec_max_length", value.writeBytesMaxLength());
    out.partText("total_iops_sec", value.totalIops());
    out.partText("total_iops_sec_max", value.totalIopsMax());
    seconds(out, "total_iops_sec_max_length", value.totalIopsMaxLength());
    out.partText("read_iops_sec", value.readIops());
    out.partText("read_iops_sec_max", value.readIopsMax());
    seconds(out, "read_iops_sec_max_length", value.readIopsMaxLength());
    out.partText("write_iops_sec", value.writeIops());
    out.partText("write_iops_sec_max", value.writeIopsMax());
    seconds(out, "write_iops_sec_max_length", value.writeIopsMaxLength());
    out.beginPart("size_iops_sec");
    if (value.sizeIops().isPresent()) out.text(Long.toString(value.sizeIops().get().bytes()));
    out.end();
    out.partText("group_name", value.groupName());
    out.end();
  }

  private static void rate(XmlOut out, String name, Optional<ByteRate> rate) {
    out.beginPart(name);
    if (rate.isPresent()) out.text(Long.toString(rate.get().bytesPerSecond()));
    out.end();
  }

  private static void seconds(XmlOut out, String name, Optional<Duration> length) {
    out.beginPart(name);
    if (length.isPresent()) out.text(Long.toString(length.get().toSeconds()));
    out.end();
  }
}
