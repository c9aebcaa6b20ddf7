package io.kvmsdk.domain.sysinfo;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One SMBIOS table, such as that of the system. What it does not say is the hypervisor's choice.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#smbios-system-information">libvirt: SMBIOS
 *     System Information</a>
 */
@Value.Immutable
@ValueStyle
public interface SmbiosBlock extends WithSmbiosBlock {

  /** How it is read and written. */
  XmlMapping<SmbiosBlock> XML = new SmbiosBlockXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its values, at least one. */
  List<SmbiosEntry> entries();

  /** The value of a field. */
  default Optional<String> value(SmbiosField field) {
    return entries().stream()
        .filter(entry -> entry.name().equals(field))
        .map(SmbiosEntry::value)
        .findFirst();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSmbiosBlock.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /** One more value. */
    public Builder put(SmbiosField field, String value) {
      return addEntry(SmbiosEntry.of(field, value));
    }
  }
}

final class SmbiosBlockXml extends XmlMapping<SmbiosBlock> {

  SmbiosBlockXml() {
    super("system");
  }

  @Override
  protected SmbiosBlock read(XmlIn in) {
    SmbiosBlock.Builder b = SmbiosBlock.builder();
    for (XmlIn entry : in.children("entry")) b.addEntry(entry.read(SmbiosEntry.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(SmbiosBlock value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.writeAll("entry", SmbiosEntry.XML, value.entries());
    out.end();
  }
}
