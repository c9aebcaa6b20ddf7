package io.kvmsdk.domain.platform;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The non-volatile memory of a pSeries machine, which always has one; this only says where. Since
 * libvirt 1.0.5.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#nvram-device">libvirt: NVRAM device</a>
 */
@Value.Immutable
@ValueStyle
public interface Nvram extends Device, WithNvram {

  /** How it is read and written. */
  XmlMapping<Nvram> XML = new NvramXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <nvram>} says, keeping what has no name here. */
  static Nvram fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <nvram>} says. */
  static Nvram fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNvram.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NvramXml extends XmlMapping<Nvram> {

  NvramXml() {
    super("nvram");
  }

  @Override
  protected Nvram read(XmlIn in) {
    Nvram.Builder b = Nvram.builder();
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Nvram value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
