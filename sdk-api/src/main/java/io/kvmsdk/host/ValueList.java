package io.kvmsdk.host;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * The values that one property can have, as the capabilities of domains and of pools list them.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#element-and-attribute-overview">libvirt:
 *     Domain capabilities XML format</a>
 * @see <a href="https://libvirt.org/formatstoragecaps.html#element-and-attribute-overview">libvirt:
 *     Storage pool capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface ValueList extends WithValueList {

  /** How it is read and written. */
  XmlMapping<ValueList> XML = new ValueListXml();

  /** The values of the list of that name; empty where there is no such list. */
  static List<String> find(List<ValueList> lists, String name) {
    return lists.stream()
        .filter(list -> list.name().equals(name))
        .findFirst()
        .map(ValueList::values)
        .orElse(List.of());
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * The name of the property, not always that of its attribute: diskDevice, modelType,
   * sourceFormatType.
   */
  String name();

  /** The values; empty where none can be had. */
  List<String> values();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableValueList.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ValueListXml extends XmlMapping<ValueList> {

  ValueListXml() {
    super("enum");
  }

  @Override
  protected ValueList read(XmlIn in) {
    ValueList.Builder b = ValueList.builder();
    b.name(in.required("name"));
    for (String text : in.textsOf("value")) b.addValue(text);
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ValueList value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.partTexts("value", value.values());
    out.end();
  }
}
