package io.kvmsdk.domain.sysinfo;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * What the guest is told of its machine by firmware tables.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#smbios-system-information">libvirt: SMBIOS
 *     System Information</a>
 */
@Value.Immutable
@ValueStyle
public interface SysInfo extends WithSysInfo {

  /** How it is read and written. */
  XmlMapping<SysInfo> XML = new SysInfoXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
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

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSysInfo.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SysInfoXml extends XmlMapping<SysInfo> {

  SysInfoXml() {
    super("sysinfo");
  }

  @Override
  protected SysInfo read(XmlIn in) {
    SysInfo.Builder b = SysInfo.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SysInfo value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
