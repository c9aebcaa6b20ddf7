package io.kvmsdk.host.device;

import io.kvmsdk.host.device.nested.NestedCapability;
import io.kvmsdk.host.device.part.ChannelAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A subchannel of an s390 host.
 *
 * @see <a href="https://libvirt.org/formatnode.html#css">libvirt: css</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface CssCapability extends NodeCapability, WithCssCapability
    permits ImmutableCssCapability {

  /** How it is read and written. */
  XmlMapping<CssCapability> XML = new CssCapabilityXml();

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
    return "css";
  }

  /** The channel subsystem, 0 to 0xfe. */
  int channelSubsystem();

  /** The set of subchannels, 0 to 3. */
  int subchannelSet();

  /** The number of the subchannel, 0 to 0xffff. */
  int deviceNumber();

  /** The device behind it. */
  Optional<ChannelAddress> channelDevice();

  /** That it can be cut into mediated devices. Since libvirt 6.10.0. */
  List<NestedCapability> capabilities();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCssCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CssCapabilityXml extends XmlMapping<CssCapability> {

  CssCapabilityXml() {
    super("capability");
  }

  @Override
  protected CssCapability read(XmlIn in) {
    CssCapability.Builder b = CssCapability.builder();
    XmlIn cssid = in.child("cssid");
    if (!cssid.intText()) throw cssid.unreadable("a value");
    b.channelSubsystem(in.intValue());
    XmlIn ssid = in.child("ssid");
    if (!ssid.intText()) throw ssid.unreadable("a value");
    b.subchannelSet(in.intValue());
    XmlIn devno = in.child("devno");
    if (!devno.intText()) throw devno.unreadable("a value");
    b.deviceNumber(in.intValue());
    XmlIn channelDevAddr = in.child("channel_dev_addr");
    if (channelDevAddr.present()) b.channelDevice(channelDevAddr.read(ChannelAddress.XML));
    for (XmlIn capability : in.children("capability"))
      b.addCapability(capability.read(NestedCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CssCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.beginPart("cssid");
    out.hexText(1, Optional.of(value.channelSubsystem()));
    out.end();
    out.beginPart("ssid");
    out.hexText(1, Optional.of(value.subchannelSet()));
    out.end();
    out.beginPart("devno");
    out.hexText(4, Optional.of(value.deviceNumber()));
    out.end();
    out.write("channel_dev_addr", ChannelAddress.XML, value.channelDevice());
    out.writeAll("capability", NestedCapability.XML, value.capabilities());
    out.end();
  }
}
