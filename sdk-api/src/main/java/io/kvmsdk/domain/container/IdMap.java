package io.kvmsdk.domain.container;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * How users and groups of a container are mapped to the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#container-boot">libvirt: Container boot</a>
 */
@Value.Immutable
@ValueStyle
public interface IdMap extends WithIdMap {

  /** How it is read and written. */
  XmlMapping<IdMap> XML = new IdMapXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <idmap>} says, keeping what has no name here. */
  static IdMap fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <idmap>} says. */
  static IdMap fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <idmap>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIdMap.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IdMapXml extends XmlMapping<IdMap> {

  IdMapXml() {
    super("idmap");
  }

  @Override
  protected IdMap read(XmlIn in) {
    IdMap.Builder b = IdMap.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IdMap value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
