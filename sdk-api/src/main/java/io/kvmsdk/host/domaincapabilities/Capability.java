package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.host.ValueList;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Whether something can be had, and the values that it can have.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#element-and-attribute-overview">libvirt:
 *     Domain capabilities XML format</a>
 */
@Value.Immutable
@ValueStyle
public interface Capability extends WithCapability {

  /** How it is read and written. */
  XmlMapping<Capability> XML = new CapabilityXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether it can be had at all. */
  boolean supported();

  /** The values that it can have, a list for each of its properties. */
  List<ValueList> lists();

  /** The values of the list of that name; empty where there is no such list, or none in it. */
  default List<String> values(String list) {
    return ValueList.find(lists(), list);
  }

  /** Whether it can be had, with that value, as it prints, for the property of that name. */
  default boolean supports(String list, Object value) {
    return supported() && values(list).contains(value.toString());
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CapabilityXml extends XmlMapping<Capability> {

  CapabilityXml() {
    super("capability");
  }

  @Override
  protected Capability read(XmlIn in) {
    Capability.Builder b = Capability.builder();
    if (!in.yesNo("supported")) throw in.missing("@supported");
    b.supported(in.flag());
    for (XmlIn enumPart : in.children("enum")) b.addList(enumPart.read(ValueList.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Capability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("supported", Optional.of(value.supported()));
    out.writeAll("enum", ValueList.XML, value.lists());
    out.end();
  }
}
