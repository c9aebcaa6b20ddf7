package io.kvmsdk.domain.memory;

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
 * A module of memory, which can be hot-plugged.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#memory-devices">libvirt: Memory devices</a>
 */
@Value.Immutable
@ValueStyle
public interface MemoryDevice extends Device, WithMemoryDevice {

  /** How it is read and written. */
  XmlMapping<MemoryDevice> XML = new MemoryDeviceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <memory>} says, keeping what has no name here. */
  static MemoryDevice fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <memory>} says. */
  static MemoryDevice fromXml(String xml, Strictness strictness) {
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
  final class Builder extends ImmutableMemoryDevice.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MemoryDeviceXml extends XmlMapping<MemoryDevice> {

  MemoryDeviceXml() {
    super("memory");
  }

  @Override
  protected MemoryDevice read(XmlIn in) {
    MemoryDevice.Builder b = MemoryDevice.builder();
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MemoryDevice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
