package io.kvmsdk.domain.numa;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * How far a NUMA cell is from another, as ACPI's SLIT table says it: 10 is the cell itself, 20
 * twice as long a way.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-model-and-topology">libvirt: CPU model
 *     and topology</a>
 */
@Value.Immutable
@ValueStyle
public interface NumaDistance extends WithNumaDistance {

  /** How it is read and written. */
  XmlMapping<NumaDistance> XML = new NumaDistanceXml();

  /** So far to that cell. */
  static NumaDistance of(int id, int value) {
    return builder().id(id).value(value).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The other cell. */
  int id();

  /**
   * How far it is: 10 to itself only, 11 to 254 to others, 255 for a cell that cannot be reached.
   */
  int value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNumaDistance.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NumaDistanceXml extends XmlMapping<NumaDistance> {

  NumaDistanceXml() {
    super("sibling");
  }

  @Override
  protected NumaDistance read(XmlIn in) {
    NumaDistance.Builder b = NumaDistance.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    if (!in.intAttr("value")) throw in.missing("@value");
    b.value(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NumaDistance value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.attr("value", value.value());
    out.end();
  }
}
