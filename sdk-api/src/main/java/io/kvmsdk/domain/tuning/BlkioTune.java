package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * What share of the host's block devices a domain gets.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#block-i-o-tuning">libvirt: Block I/O
 *     Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface BlkioTune extends WithBlkioTune {

  /** How it is read and written. */
  XmlMapping<BlkioTune> XML = new BlkioTuneXml();

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
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BlkioTune value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
