package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What share of a block device of the host a domain gets, all of its disks there together. Since
 * libvirt 0.9.8.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#block-i-o-tuning">libvirt: Block I/O
 *     Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface BlkioDevice extends WithBlkioDevice {

  /** How it is read and written. */
  XmlMapping<BlkioDevice> XML = new BlkioDeviceXml();

  /** A share of that device, 10 to 1000. */
  static BlkioDevice weight(String path, int weight) {
    return builder().path(path).weight(weight).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The absolute path of the device. */
  String path();

  /** Its share against that of others, 10 to 1000; libvirt's schema wants at least 100. */
  Optional<Integer> weight();

  /** How many requests it can read each second. Since libvirt 1.2.2. */
  Optional<Long> readIops();

  /** How many requests it can write each second. Since libvirt 1.2.2. */
  Optional<Long> writeIops();

  /** How much it can read, in whole bytes each second. Since libvirt 1.2.2. */
  Optional<ByteRate> readBytes();

  /** How much it can write, in whole bytes each second. Since libvirt 1.2.2. */
  Optional<ByteRate> writeBytes();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBlkioDevice.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BlkioDeviceXml extends XmlMapping<BlkioDevice> {

  BlkioDeviceXml() {
    super("device");
  }

  @Override
  protected BlkioDevice read(XmlIn in) {
    BlkioDevice.Builder b = BlkioDevice.builder();
    XmlIn path = in.child("path");
    if (!path.text()) throw path.unreadable("a text");
    b.path(in.value());
    if (in.child("weight").intText()) b.weight(in.intValue());
    if (in.child("read_iops_sec").longText()) b.readIops(in.longValue());
    if (in.child("write_iops_sec").longText()) b.writeIops(in.longValue());
    if (in.child("read_bytes_sec").rateText("B")) b.readBytes(in.rate());
    if (in.child("write_bytes_sec").rateText("B")) b.writeBytes(in.rate());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BlkioDevice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("path", value.path());
    out.partText("weight", value.weight());
    out.partText("read_iops_sec", value.readIops());
    out.partText("write_iops_sec", value.writeIops());
    out.beginPart("read_bytes_sec");
    out.rateText("B", value.readBytes());
    out.end();
    out.beginPart("write_bytes_sec");
    out.rateText("B", value.writeBytes());
    out.end();
    out.end();
  }
}
