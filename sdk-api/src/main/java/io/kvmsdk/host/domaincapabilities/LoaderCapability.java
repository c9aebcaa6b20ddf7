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
 * What the firmware image of a domain can be.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#bios-bootloader">libvirt: BIOS
 *     bootloader</a>
 */
@Value.Immutable
@ValueStyle
public interface LoaderCapability extends WithLoaderCapability {

  /** How it is read and written. */
  XmlMapping<LoaderCapability> XML = new LoaderCapabilityXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether a domain can say it. */
  boolean supported();

  /** The paths of images that are there. */
  List<String> paths();

  /** The values: type, readonly, secure. */
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
  final class Builder extends ImmutableLoaderCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class LoaderCapabilityXml extends XmlMapping<LoaderCapability> {

  LoaderCapabilityXml() {
    super("loader");
  }

  @Override
  protected LoaderCapability read(XmlIn in) {
    LoaderCapability.Builder b = LoaderCapability.builder();
    if (!in.yesNo("supported")) throw in.missing("@supported");
    b.supported(in.flag());
    for (String text : in.textsOf("value")) b.addPath(text);
    for (XmlIn enumPart : in.children("enum")) b.addList(enumPart.read(ValueList.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(LoaderCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("supported", Optional.of(value.supported()));
    out.partTexts("value", value.paths());
    out.writeAll("enum", ValueList.XML, value.lists());
    out.end();
  }
}
