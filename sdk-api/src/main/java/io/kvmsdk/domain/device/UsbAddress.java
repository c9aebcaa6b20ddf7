package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A port of a USB controller.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface UsbAddress extends DeviceAddress, WithUsbAddress
    permits ImmutableUsbAddress {

  /** How it is read and written. */
  XmlMapping<UsbAddress> XML = new UsbAddressXml();

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
    return "usb";
  }

  /** The index of the controller. Absent means 0. */
  Optional<Integer> bus();

  /**
   * The port, and those of the hubs behind it, with dots between: {@code 1} or {@code 2.1.3.1}.
   * Absent means that libvirt chooses.
   */
  Optional<String> port();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUsbAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class UsbAddressXml extends XmlMapping<UsbAddress> {

  UsbAddressXml() {
    super("address");
  }

  @Override
  protected UsbAddress read(XmlIn in) {
    UsbAddress.Builder b = UsbAddress.builder();
    if (in.intAttr("bus")) b.bus(in.intValue());
    if (in.attr("port")) b.port(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(UsbAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("bus", value.bus());
    out.attr("port", value.port());
    out.end();
  }
}
