package io.kvmsdk.host.device.part;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The place of a device on the channel subsystem of an s390 host.
 *
 * @see <a href="https://libvirt.org/formatnode.html#ccw">libvirt: ccw</a>
 */
@Value.Immutable
@ValueStyle
public interface ChannelAddress extends WithChannelAddress {

  /** How it is read and written. */
  XmlMapping<ChannelAddress> XML = new ChannelAddressXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The channel subsystem, 0 to 0xfe. */
  int channelSubsystem();

  /** The set of subchannels, 0 to 3. */
  int subchannelSet();

  /** The number of the device, 0 to 0xffff. */
  int deviceNumber();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableChannelAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ChannelAddressXml extends XmlMapping<ChannelAddress> {

  ChannelAddressXml() {
    super("channel_dev_addr");
  }

  @Override
  protected ChannelAddress read(XmlIn in) {
    ChannelAddress.Builder b = ChannelAddress.builder();
    XmlIn cssid = in.child("cssid");
    if (!cssid.intText()) throw cssid.unreadable("a value");
    b.channelSubsystem(in.intValue());
    XmlIn ssid = in.child("ssid");
    if (!ssid.intText()) throw ssid.unreadable("a value");
    b.subchannelSet(in.intValue());
    XmlIn devno = in.child("devno");
    if (!devno.intText()) throw devno.unreadable("a value");
    b.deviceNumber(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ChannelAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.beginPart("cssid");
    out.hexText(1, Optional.of(value.channelSubsystem()));
    out.end();
    out.beginPart("ssid");
    out.hexText(1, Optional.of(value.subchannelSet()));
    out.end();
    out.beginPart("devno");
    out.hexText(4, Optional.of(value.deviceNumber()));
    out.end();
    out.end();
  }
}
