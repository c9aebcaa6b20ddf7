package io.kvmsdk.domain.input;

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
 * A keyboard, mouse, tablet or other input device.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#input-devices">libvirt: Input devices</a>
 */
@Value.Immutable
@ValueStyle
public interface Input extends Device, WithInput {

  /** How it is read and written. */
  XmlMapping<Input> XML = new InputXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <input>} says, keeping what has no name here. */
  static Input fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <input>} says. */
  static Input fromXml(String xml, Strictness strictness) {
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
  final class Builder extends ImmutableInput.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class InputXml extends XmlMapping<Input> {

  InputXml() {
    super("input");
  }

  @Override
  protected Input read(XmlIn in) {
    Input.Builder b = Input.builder();
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Input value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
