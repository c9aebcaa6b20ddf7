package io.kvmsdk.domain.sysinfo;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * One value of an SMBIOS table.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#smbios-system-information">libvirt: SMBIOS
 *     System Information</a>
 */
@Value.Immutable
@ValueStyle
public interface SmbiosEntry extends WithSmbiosEntry {

  /** How it is read and written. */
  XmlMapping<SmbiosEntry> XML = new SmbiosEntryXml();

  /** That field with that value. */
  static SmbiosEntry of(SmbiosField field, String value) {
    return builder().name(field).value(value).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which one. */
  SmbiosField name();

  /** The value. */
  String value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSmbiosEntry.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SmbiosEntryXml extends XmlMapping<SmbiosEntry> {

  SmbiosEntryXml() {
    super("entry");
  }

  @Override
  protected SmbiosEntry read(XmlIn in) {
    SmbiosEntry.Builder b = SmbiosEntry.builder();
    b.name(new SmbiosField(in.required("name")));
    if (!in.text()) throw in.unreadable("a text");
    b.value(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SmbiosEntry value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name().toString());
    out.text(value.value());
    out.end();
  }
}
