package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A USB device of the host, by where it is plugged in now.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#pci-passthrough">libvirt: PCI Passthrough</a>
 */
@Value.Immutable
@ValueStyle
public interface HostUsbPort extends WithHostUsbPort {

  /** How it is read and written. */
  XmlMapping<HostUsbPort> XML = new HostUsbPortXml();

  /** The device with this number on this bus, as {@code lsusb} shows them. */
  static HostUsbPort of(int bus, int device) {
    return builder().bus(bus).device(device).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The kind of address, {@code usb}, where the document says it. */
  Optional<String> type();

  /** The number of the bus. */
  int bus();

  /** The number of the device on the bus; it changes when the device is plugged in again. */
  int device();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostUsbPort.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostUsbPortXml extends XmlMapping<HostUsbPort> {

  HostUsbPortXml() {
    super("address");
  }

  @Override
  protected HostUsbPort read(XmlIn in) {
    HostUsbPort.Builder b = HostUsbPort.builder();
    if (in.attr("type")) b.type(in.value());
    if (!in.intAttr("bus")) throw in.missing("@bus");
    b.bus(in.intValue());
    if (!in.intAttr("device")) throw in.missing("@device");
    b.device(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostUsbPort value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("bus", value.bus());
    out.attr("device", value.device());
    out.end();
  }
}
