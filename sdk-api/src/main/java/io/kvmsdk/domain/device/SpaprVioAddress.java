package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A place on the virtual bus of a pSeries machine.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface SpaprVioAddress extends DeviceAddress, WithSpaprVioAddress
    permits ImmutableSpaprVioAddress {

  /** How it is read and written. */
  XmlMapping<SpaprVioAddress> XML = new SpaprVioAddressXml();

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
    return "spapr-vio";
  }

  /** The register, such as 0x2000. Absent means that libvirt chooses. */
  Optional<Long> register();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSpaprVioAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SpaprVioAddressXml extends XmlMapping<SpaprVioAddress> {

  SpaprVioAddressXml() {
    super("address");
  }

  @Override
  protected SpaprVioAddress read(XmlIn in) {
    SpaprVioAddress.Builder b = SpaprVioAddress.builder();
    if (in.longAttr("reg")) b.register(in.longValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SpaprVioAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.longHexAttr("reg", 8, value.register());
    out.end();
  }
}
