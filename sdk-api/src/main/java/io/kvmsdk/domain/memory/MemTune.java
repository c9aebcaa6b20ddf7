package io.kvmsdk.domain.memory;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * Limits of the memory that a domain may use on the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#memory-tuning">libvirt: Memory Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface MemTune extends WithMemTune {

  /** How it is read and written. */
  XmlMapping<MemTune> XML = new MemTuneXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <memtune>} says, keeping what has no name here. */
  static MemTune fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <memtune>} says. */
  static MemTune fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <memtune>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMemTune.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MemTuneXml extends XmlMapping<MemTune> {

  MemTuneXml() {
    super("memtune");
  }

  @Override
  protected MemTune read(XmlIn in) {
    MemTune.Builder b = MemTune.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MemTune value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
