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
 * What can boot a domain.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#bios-bootloader">libvirt: BIOS
 *     bootloader</a>
 */
@Value.Immutable
@ValueStyle
public interface OsCapability extends WithOsCapability {

  /** How it is read and written. */
  XmlMapping<OsCapability> XML = new OsCapabilityXml();

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

  /** The values: firmware. */
  List<ValueList> lists();

  /** What its firmware image can be. */
  Optional<LoaderCapability> loader();

  /** The kinds of firmware for which there is an image, such as {@code bios} and {@code efi}. */
  default List<String> firmwares() {
    return ValueList.find(lists(), "firmware");
  }

  /** Whether there is an image of UEFI that has Secure Boot. */
  default boolean secureBoot() {
    return loader().filter(one -> one.supports("secure", "yes")).isPresent();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableOsCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class OsCapabilityXml extends XmlMapping<OsCapability> {

  OsCapabilityXml() {
    super("os");
  }

  @Override
  protected OsCapability read(XmlIn in) {
    OsCapability.Builder b = OsCapability.builder();
    if (!in.yesNo("supported")) throw in.missing("@supported");
    b.supported(in.flag());
    for (XmlIn enumPart : in.children("enum")) b.addList(enumPart.read(ValueList.XML));
    XmlIn loader = in.child("loader");
    if (loader.present()) b.loader(loader.read(LoaderCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(OsCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("supported", Optional.of(value.supported()));
    out.writeAll("enum", ValueList.XML, value.lists());
    out.write("loader", LoaderCapability.XML, value.loader());
    out.end();
  }
}
