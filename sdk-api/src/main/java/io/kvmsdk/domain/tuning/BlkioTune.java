package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What share of the host's block devices a domain gets, by cgroups. Limits of a disk of its own are
 * in its {@code IoTune}. Since libvirt 0.8.8.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#block-i-o-tuning">libvirt: Block I/O
 *     Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface BlkioTune extends WithBlkioTune {

  /** How it is read and written. */
  XmlMapping<BlkioTune> XML = new BlkioTuneXml();

  /** A share against that of other domains, 10 to 1000. */
  static BlkioTune weight(int weight) {
    return builder().weight(weight).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <blkiotune>} says, keeping what has no name here. */
  static BlkioTune fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <blkiotune>} says. */
  static BlkioTune fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <blkiotune>}. */
  default String toXml() {
    return XML.format(this);
  }

  /**
   * Its share of input and output against that of others, 10 to 1000; libvirt's schema wants at
   * least 100. Absent means the host's default.
   */
  Optional<Integer> weight();

  /** What differs for devices of the host. Since libvirt 0.9.8. */
  List<BlkioDevice> devices();

  /** What is said of that device of the host. */
  default Optional<BlkioDevice> device(String path) {
    return devices().stream().filter(it -> it.path().equals(path)).findFirst();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBlkioTune.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BlkioTuneXml extends XmlMapping<BlkioTune> {

  BlkioTuneXml() {
    super("blkiotune");
  }

  @Override
  protected BlkioTune read(XmlIn in) {
    BlkioTune.Builder b = BlkioTune.builder();
    if (in.child("weight").intText()) b.weight(in.intValue());
    for (XmlIn device : in.children("device")) b.addDevice(device.read(BlkioDevice.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BlkioTune value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("weight", value.weight());
    out.writeAll("device", BlkioDevice.XML, value.devices());
    out.end();
  }
}
