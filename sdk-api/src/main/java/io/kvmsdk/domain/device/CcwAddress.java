package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A place on the channel subsystem of an s390 machine. Since libvirt 1.0.4.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface CcwAddress extends DeviceAddress, WithCcwAddress
    permits ImmutableCcwAddress {

  /** How it is read and written. */
  XmlMapping<CcwAddress> XML = new CcwAddressXml();

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
    return "ccw";
  }

  /** 0 to 0xfe; 0xfe is that of virtio devices. */
  Optional<Integer> channelSubsystem();

  /** 0 to 3. */
  Optional<Integer> subchannelSet();

  /** 0 to 0xffff. */
  Optional<Integer> deviceNumber();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCcwAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CcwAddressXml extends XmlMapping<CcwAddress> {

  CcwAddressXml() {
    super("address");
  }

  @Override
  protected CcwAddress read(XmlIn in) {
    CcwAddress.Builder b = CcwAddress.builder();
    if (in.intAttr("cssid")) b.channelSubsystem(in.intValue());
    if (in.intAttr("ssid")) b.subchannelSet(in.intValue());
    if (in.intAttr("devno")) b.deviceNumber(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CcwAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.hexAttr("cssid", 2, value.channelSubsystem());
    out.hexAttr("ssid", 1, value.subchannelSet());
    out.hexAttr("devno", 4, value.deviceNumber());
    out.end();
  }
}
