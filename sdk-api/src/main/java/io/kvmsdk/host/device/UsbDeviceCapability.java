package io.kvmsdk.host.device;

import io.kvmsdk.host.device.part.HardwareId;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A USB device.
 *
 * @see <a href="https://libvirt.org/formatnode.html#usb-device">libvirt: usb_device</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface UsbDeviceCapability extends NodeCapability, WithUsbDeviceCapability
    permits ImmutableUsbDeviceCapability {

  /** How it is read and written. */
  XmlMapping<UsbDeviceCapability> XML = new UsbDeviceCapabilityXml();

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
    return "usb_device";
  }

  /** The bus. */
  long bus();

  /** Its number on the bus. */
  long device();

  /** What it is. */
  HardwareId product();

  /** Who made it. */
  HardwareId vendor();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUsbDeviceCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class UsbDeviceCapabilityXml extends XmlMapping<UsbDeviceCapability> {

  UsbDeviceCapabilityXml() {
    super("capability");
  }

  @Override
  protected UsbDeviceCapability read(XmlIn in) {
    UsbDeviceCapability.Builder b = UsbDeviceCapability.builder();
    XmlIn bus = in.child("bus");
    if (!bus.longText()) throw bus.unreadable("a value");
    b.bus(in.longValue());
    XmlIn device = in.child("device");
    if (!device.longText()) throw device.unreadable("a value");
    b.device(in.longValue());
    XmlIn product = in.child("product");
    if (!product.present()) throw in.missing("product");
    b.product(product.read(HardwareId.XML));
    XmlIn vendor = in.child("vendor");
    if (!vendor.present()) throw in.missing("vendor");
    b.vendor(vendor.read(HardwareId.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(UsbDeviceCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.beginPart("bus");
    out.text(String.valueOf(value.bus()));
    out.end();
    out.beginPart("device");
    out.text(String.valueOf(value.device()));
    out.end();
    out.write("product", HardwareId.XML, value.product());
    out.write("vendor", HardwareId.XML, value.vendor());
    out.end();
  }
}
