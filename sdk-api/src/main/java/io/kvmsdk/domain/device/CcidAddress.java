package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A slot of a smartcard controller.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface CcidAddress extends DeviceAddress, WithCcidAddress
    permits ImmutableCcidAddress {

  /** How it is read and written. */
  XmlMapping<CcidAddress> XML = new CcidAddressXml();

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
    return "ccid";
  }

  /** The index of the controller. Absent means 0. */
  Optional<Integer> controller();

  /** The slot. Absent means 0. */
  Optional<Integer> slot();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCcidAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CcidAddressXml extends XmlMapping<CcidAddress> {

  CcidAddressXml() {
    super("address");
  }

  @Override
  protected CcidAddress read(XmlIn in) {
    CcidAddress.Builder b = CcidAddress.builder();
    if (in.intAttr("controller")) b.controller(in.intValue());
    if (in.intAttr("slot")) b.slot(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CcidAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("controller", value.controller());
    out.attr("slot", value.slot());
    out.end();
  }
}
