package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A place on the memory-mapped transport of virtio, as Arm machines without PCI have it. Since
 * libvirt 1.1.3.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VirtioMmioAddress extends DeviceAddress, WithVirtioMmioAddress
    permits ImmutableVirtioMmioAddress {

  /** How it is read and written. */
  XmlMapping<VirtioMmioAddress> XML = new VirtioMmioAddressXml();

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
    return "virtio-mmio";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVirtioMmioAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VirtioMmioAddressXml extends XmlMapping<VirtioMmioAddress> {

  VirtioMmioAddressXml() {
    super("address");
  }

  @Override
  protected VirtioMmioAddress read(XmlIn in) {
    VirtioMmioAddress.Builder b = VirtioMmioAddress.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VirtioMmioAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.end();
  }
}
