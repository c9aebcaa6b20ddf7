package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A port of a virtio serial controller.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VirtioSerialAddress extends DeviceAddress, WithVirtioSerialAddress
    permits ImmutableVirtioSerialAddress {

  /** How it is read and written. */
  XmlMapping<VirtioSerialAddress> XML = new VirtioSerialAddressXml();

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
    return "virtio-serial";
  }

  /** The index of the controller. Absent means 0. */
  Optional<Integer> controller();

  /** The bus of the controller. Absent means 0. */
  Optional<Integer> bus();

  /** The port; 0 is kept for the first console. */
  Optional<Integer> port();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVirtioSerialAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VirtioSerialAddressXml extends XmlMapping<VirtioSerialAddress> {

  VirtioSerialAddressXml() {
    super("address");
  }

  @Override
  protected VirtioSerialAddress read(XmlIn in) {
    VirtioSerialAddress.Builder b = VirtioSerialAddress.builder();
    if (in.intAttr("controller")) b.controller(in.intValue());
    if (in.intAttr("bus")) b.bus(in.intValue());
    if (in.intAttr("port")) b.port(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VirtioSerialAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("controller", value.controller());
    out.attr("bus", value.bus());
    out.attr("port", value.port());
    out.end();
  }
}
