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
 * A USB hub, by which more devices fit on a controller.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hub-devices">libvirt: Hub devices</a>
 */
@Value.Immutable
@ValueStyle
public interface Hub extends Device, WithHub {

  /** How it is read and written. */
  XmlMapping<Hub> XML = new HubXml();

  /** A USB hub. */
  static Hub usb() {
    return builder().type(HubType.USB).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <hub>} says, keeping what has no name here. */
  static Hub fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <hub>} says. */
  static Hub fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What it is. */
  HubType type();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHub.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HubXml extends XmlMapping<Hub> {

  HubXml() {
    super("hub");
  }

  @Override
  protected Hub read(XmlIn in) {
    Hub.Builder b = Hub.builder();
    b.type(new HubType(in.required("type")));
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Hub value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().toString());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
