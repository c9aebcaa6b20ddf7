package io.kvmsdk.domain.sysinfo;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Data that the guest finds by its name, in {@code /sys/firmware/qemu_fw_cfg/by_name} on Linux.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#smbios-system-information">libvirt: SMBIOS
 *     System Information</a>
 */
@Value.Immutable
@ValueStyle
public interface FirmwareConfigEntry extends WithFirmwareConfigEntry {

  /** How it is read and written. */
  XmlMapping<FirmwareConfigEntry> XML = new FirmwareConfigEntryXml();

  /** That text. */
  static FirmwareConfigEntry text(String name, String value) {
    return builder().name(name).value(value).build();
  }

  /** What is in a file of the host when the domain starts. */
  static FirmwareConfigEntry file(String name, String path) {
    return builder().name(name).file(path).build();
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
   * Its name, which begins with {@code opt/}, best {@code opt/org.example/name} with a domain of
   * one's own.
   */
  String name();

  /** The path of a file on the host with the data; instead of a text. */
  Optional<String> file();

  /** The data, as text. */
  @Value.Redacted
  Optional<String> value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFirmwareConfigEntry.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /**
     * The entry.
     *
     * @throws InvalidDefinitionException if it has both a file and a text
     */
    @Override
    public FirmwareConfigEntry build() {
      FirmwareConfigEntry made = super.build();
      if (made.file().isPresent() && made.value().isPresent()) {
        throw new InvalidDefinitionException(
            "entry/@file", made.file().get(), "a file or a text, not both");
      }
      return made;
    }

    FirmwareConfigEntry buildAsRead() {
      return super.build();
    }
  }
}

final class FirmwareConfigEntryXml extends XmlMapping<FirmwareConfigEntry> {

  FirmwareConfigEntryXml() {
    super("entry");
  }

  @Override
  protected FirmwareConfigEntry read(XmlIn in) {
    FirmwareConfigEntry.Builder b = FirmwareConfigEntry.builder();
    b.name(in.required("name"));
    if (in.attr("file")) b.file(in.value());
    if (in.textIfAny()) b.value(in.value());
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(FirmwareConfigEntry value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("file", value.file());
    out.text(value.value());
    out.end();
  }
}
