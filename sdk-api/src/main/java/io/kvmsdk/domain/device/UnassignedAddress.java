package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * No place at all: a host device with this address is set aside for the guest, yet not shown to it.
 * Since libvirt 6.0.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface UnassignedAddress extends DeviceAddress, WithUnassignedAddress
    permits ImmutableUnassignedAddress {

  /** How it is read and written. */
  XmlMapping<UnassignedAddress> XML = new UnassignedAddressXml();

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
    return "unassigned";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUnassignedAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class UnassignedAddressXml extends XmlMapping<UnassignedAddress> {

  UnassignedAddressXml() {
    super("address");
  }

  @Override
  protected UnassignedAddress read(XmlIn in) {
    UnassignedAddress.Builder b = UnassignedAddress.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(UnassignedAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.end();
  }
}
