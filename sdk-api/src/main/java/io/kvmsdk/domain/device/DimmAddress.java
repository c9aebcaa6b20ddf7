package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A slot for memory that is hot-plugged. Since libvirt 1.2.14.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface DimmAddress extends DeviceAddress, WithDimmAddress
    permits ImmutableDimmAddress {

  /** How it is read and written. */
  XmlMapping<DimmAddress> XML = new DimmAddressXml();

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
    return "dimm";
  }

  /** The slot, from 0. */
  Optional<Integer> slot();

  /** Where in the guest's physical address space the memory begins. */
  Optional<Long> base();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDimmAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DimmAddressXml extends XmlMapping<DimmAddress> {

  DimmAddressXml() {
    super("address");
  }

  @Override
  protected DimmAddress read(XmlIn in) {
    DimmAddress.Builder b = DimmAddress.builder();
    if (in.intAttr("slot")) b.slot(in.intValue());
    if (in.longAttr("base")) b.base(in.longValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DimmAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("slot", value.slot());
    out.longHexAttr("base", 1, value.base());
    out.end();
  }
}
