package io.kvmsdk.domain.numa;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * On which NUMA nodes of the host the memory of a domain lies.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#numa-node-tuning">libvirt: NUMA Node
 *     Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface NumaTune extends WithNumaTune {

  /** How it is read and written. */
  XmlMapping<NumaTune> XML = new NumaTuneXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <numatune>} says, keeping what has no name here. */
  static NumaTune fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <numatune>} says. */
  static NumaTune fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <numatune>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNumaTune.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NumaTuneXml extends XmlMapping<NumaTune> {

  NumaTuneXml() {
    super("numatune");
  }

  @Override
  protected NumaTune read(XmlIn in) {
    NumaTune.Builder b = NumaTune.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NumaTune value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
