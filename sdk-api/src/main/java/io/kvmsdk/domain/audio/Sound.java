package io.kvmsdk.domain.audio;

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
 * A sound card.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#sound-devices">libvirt: Sound devices</a>
 */
@Value.Immutable
@ValueStyle
public interface Sound extends Device, WithSound {

  /** How it is read and written. */
  XmlMapping<Sound> XML = new SoundXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <sound>} says, keeping what has no name here. */
  static Sound fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <sound>} says. */
  static Sound fromXml(String xml, Strictness strictness) {
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
  final class Builder extends ImmutableSound.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SoundXml extends XmlMapping<Sound> {

  SoundXml() {
    super("sound");
  }

  @Override
  protected Sound read(XmlIn in) {
    Sound.Builder b = Sound.builder();
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Sound value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
