package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A place on the ISA bus. Since libvirt 1.2.1.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface IsaAddress extends DeviceAddress, WithIsaAddress
    permits ImmutableIsaAddress {

  /** How it is read and written. */
  XmlMapping<IsaAddress> XML = new IsaAddressXml();

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
    return "isa";
  }

  /** The first I/O port, such as 0x3f8. */
  Optional<Integer> ioBase();

  /** The interrupt, such as 0x4. */
  Optional<Integer> irq();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIsaAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IsaAddressXml extends XmlMapping<IsaAddress> {

  IsaAddressXml() {
    super("address");
  }

  @Override
  protected IsaAddress read(XmlIn in) {
    IsaAddress.Builder b = IsaAddress.builder();
    if (in.intAttr("iobase")) b.ioBase(in.intValue());
    if (in.intAttr("irq")) b.irq(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IsaAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.hexAttr("iobase", 1, value.ioBase());
    out.hexAttr("irq", 1, value.irq());
    out.end();
  }
}
