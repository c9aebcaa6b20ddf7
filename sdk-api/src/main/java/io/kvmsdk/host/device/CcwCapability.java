package io.kvmsdk.host.device;

import io.kvmsdk.host.device.nested.NestedCapability;
import io.kvmsdk.host.device.part.OnlineState;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A device on the channel subsystem of an s390 host.
 *
 * @see <a href="https://libvirt.org/formatnode.html#ccw">libvirt: ccw</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface CcwCapability extends NodeCapability, WithCcwCapability
    permits ImmutableCcwCapability {

  /** How it is read and written. */
  XmlMapping<CcwCapability> XML = new CcwCapabilityXml();

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

  /** Whether it is in use. */
  Optional<OnlineState> state();

  /** The channel subsystem, 0 to 0xfe. */
  int channelSubsystem();

  /** The set of subchannels, 0 to 3. */
  int subchannelSet();

  /** The number of the device, 0 to 0xffff. */
  int deviceNumber();

  /** That it belongs to a group. */
  List<NestedCapability> capabilities();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCcwCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CcwCapabilityXml extends XmlMapping<CcwCapability> {

  CcwCapabilityXml() {
    super("capability");
  }

  @Override
  protected CcwCapability read(XmlIn in) {
    CcwCapability.Builder b = CcwCapability.builder();
    if (in.child("state").text()) b.state(new OnlineState(in.value()));
    XmlIn cssid = in.child("cssid");
    if (!cssid.intText()) throw cssid.unreadable("a value");
    b.channelSubsystem(in.intValue());
    XmlIn ssid = in.child("ssid");
    if (!ssid.intText()) throw ssid.unreadable("a value");
    b.subchannelSet(in.intValue());
    XmlIn devno = in.child("devno");
    if (!devno.intText()) throw devno.unreadable("a value");
    b.deviceNumber(in.intValue());
    for (XmlIn capability : in.children("capability"))
      b.addCapability(capability.read(NestedCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CcwCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("state", value.state());
    out.beginPart("cssid");
    out.hexText(1, Optional.of(value.channelSubsystem()));
    out.end();
    out.beginPart("ssid");
    out.hexText(1, Optional.of(value.subchannelSet()));
    out.end();
    out.beginPart("devno");
    out.hexText(4, Optional.of(value.deviceNumber()));
    out.end();
    out.writeAll("capability", NestedCapability.XML, value.capabilities());
    out.end();
  }
}
