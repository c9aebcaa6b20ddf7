package io.kvmsdk.domain.sysinfo;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/**
 * What the guest is told of its machine by its firmware.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#smbios-system-information">libvirt: SMBIOS
 *     System Information</a>
 */
public sealed interface SysInfo permits FirmwareConfig, Smbios, UnknownSysInfo {

  /** How it is read and written. */
  XmlMapping<SysInfo> XML = new SysInfoXml();

  /**
   * SMBIOS tables that say who made the system, what it is, and its serial number. They hold only
   * with {@code SmbiosMode.SYSINFO} in {@code Os}.
   */
  static Smbios smbios(String manufacturer, String product, String serial) {
    return Smbios.builder()
        .system(
            SmbiosBlock.builder()
                .put(SmbiosField.MANUFACTURER, manufacturer)
                .put(SmbiosField.PRODUCT, product)
                .put(SmbiosField.SERIAL, serial)
                .build())
        .build();
  }

  /** Strings for the guest's programs in its SMBIOS tables; each is to begin with its program. */
  static Smbios oemStrings(String... strings) {
    return Smbios.builder().addOemStrings(strings).build();
  }

  /** Entries of QEMU's firmware configuration. Since libvirt 6.5.0. */
  static FirmwareConfig firmwareConfig(FirmwareConfigEntry... entries) {
    return FirmwareConfig.builder().addEntries(entries).build();
  }

  /** What {@code <sysinfo>} says, keeping what has no name here. */
  static SysInfo fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <sysinfo>} says. */
  static SysInfo fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <sysinfo>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class SysInfoXml extends XmlMapping<SysInfo> {

  SysInfoXml() {
    super("sysinfo");
  }

  @Override
  protected SysInfo read(XmlIn in) {
    String type = in.required("type");
    return switch (type) {
      case "smbios" -> in.read(Smbios.XML);
      case "fwcfg" -> in.read(FirmwareConfig.XML);
      default -> UnknownSysInfo.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(SysInfo value, String name, XmlOut out) {
    if (value instanceof Smbios smbios) {
      out.write(name, Smbios.XML, smbios);
    } else if (value instanceof FirmwareConfig firmwareConfig) {
      out.write(name, FirmwareConfig.XML, firmwareConfig);
    } else {
      out.begin(name, value.extras());
      out.attr("type", value.type());
      out.end();
    }
  }
}
