package io.kvmsdk.domain.sysinfo;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * Data for the guest in QEMU's firmware configuration. There is room for few entries; OEM strings
 * have more. Since libvirt 6.5.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#smbios-system-information">libvirt: SMBIOS
 *     System Information</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface FirmwareConfig extends SysInfo, WithFirmwareConfig
    permits ImmutableFirmwareConfig {

  /** How it is read and written. */
  XmlMapping<FirmwareConfig> XML = new FirmwareConfigXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "fwcfg";
  }

  /** The data. */
  List<FirmwareConfigEntry> entries();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFirmwareConfig.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FirmwareConfigXml extends XmlMapping<FirmwareConfig> {

  FirmwareConfigXml() {
    super("sysinfo");
  }

  @Override
  protected FirmwareConfig read(XmlIn in) {
    FirmwareConfig.Builder b = FirmwareConfig.builder();
    for (XmlIn entry : in.children("entry")) b.addEntry(entry.read(FirmwareConfigEntry.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FirmwareConfig value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.writeAll("entry", FirmwareConfigEntry.XML, value.entries());
    out.end();
  }
}
