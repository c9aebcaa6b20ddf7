package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A place on the legacy virtio bus of s390 machines.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VirtioS390Address extends DeviceAddress, WithVirtioS390Address
    permits ImmutableVirtioS390Address {

  /** How it is read and written. */
  XmlMapping<VirtioS390Address> XML = new VirtioS390AddressXml();

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
    return "virtio-s390";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVirtioS390Address.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VirtioS390AddressXml extends XmlMapping<VirtioS390Address> {

  VirtioS390AddressXml() {
    super("address");
  }

  @Override
  protected VirtioS390Address read(XmlIn in) {
    VirtioS390Address.Builder b = VirtioS390Address.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VirtioS390Address value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.end();
  }
}
