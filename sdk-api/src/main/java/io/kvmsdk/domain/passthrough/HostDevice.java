package io.kvmsdk.domain.passthrough;

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
 * A device of the host that is given to the guest.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public interface HostDevice extends Device, WithHostDevice {

  /** How it is read and written. */
  XmlMapping<HostDevice> XML = new HostDeviceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <hostdev>} says, keeping what has no name here. */
  static HostDevice fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <hostdev>} says. */
  static HostDevice fromXml(String xml, Strictness strictness) {
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
  final class Builder extends ImmutableHostDevice.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostDeviceXml extends XmlMapping<HostDevice> {

  HostDeviceXml() {
    super("hostdev");
  }

  @Override
  protected HostDevice read(XmlIn in) {
    HostDevice.Builder b = HostDevice.builder();
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostDevice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
