package io.kvmsdk.domain.redirection;

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
 * A place for a USB device of a client, that is given to the guest.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#redirected-devices">libvirt: Redirected
 *     devices</a>
 */
@Value.Immutable
@ValueStyle
public interface RedirDevice extends Device, WithRedirDevice {

  /** How it is read and written. */
  XmlMapping<RedirDevice> XML = new RedirDeviceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <redirdev>} says, keeping what has no name here. */
  static RedirDevice fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <redirdev>} says. */
  static RedirDevice fromXml(String xml, Strictness strictness) {
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
  final class Builder extends ImmutableRedirDevice.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RedirDeviceXml extends XmlMapping<RedirDevice> {

  RedirDeviceXml() {
    super("redirdev");
  }

  @Override
  protected RedirDevice read(XmlIn in) {
    RedirDevice.Builder b = RedirDevice.builder();
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(RedirDevice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
