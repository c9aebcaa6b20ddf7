package io.kvmsdk.domain.memory;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * What on the host the memory of the guest is made of.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#memory-backing">libvirt: Memory Backing</a>
 */
@Value.Immutable
@ValueStyle
public interface MemoryBacking extends WithMemoryBacking {

  /** How it is read and written. */
  XmlMapping<MemoryBacking> XML = new MemoryBackingXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <memoryBacking>} says, keeping what has no name here. */
  static MemoryBacking fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <memoryBacking>} says. */
  static MemoryBacking fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <memoryBacking>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMemoryBacking.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MemoryBackingXml extends XmlMapping<MemoryBacking> {

  MemoryBackingXml() {
    super("memoryBacking");
  }

  @Override
  protected MemoryBacking read(XmlIn in) {
    MemoryBacking.Builder b = MemoryBacking.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MemoryBacking value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
