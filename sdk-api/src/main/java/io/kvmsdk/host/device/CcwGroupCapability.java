package io.kvmsdk.host.device;

import io.kvmsdk.host.device.nested.NestedCapability;
import io.kvmsdk.host.device.part.GroupedCcwDevice;
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
 * A group of channel devices that are used as one.
 *
 * @see <a href="https://libvirt.org/formatnode.html#capability-types">libvirt: capability types</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface CcwGroupCapability extends NodeCapability, WithCcwGroupCapability
    permits ImmutableCcwGroupCapability {

  /** How it is read and written. */
  XmlMapping<CcwGroupCapability> XML = new CcwGroupCapabilityXml();

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
    return "ccwgroup";
  }

  /** Whether it is in use. */
  Optional<OnlineState> state();

  /** The channel subsystem, 0 to 0xfe. */
  int channelSubsystem();

  /** The set of subchannels, 0 to 3. */
  int subchannelSet();

  /** The number of the device, 0 to 0xffff. */
  int deviceNumber();

  /** The devices in it. */
  List<GroupedCcwDevice> members();

  /** What it is. */
  List<NestedCapability> capabilities();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCcwGroupCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CcwGroupCapabilityXml extends XmlMapping<CcwGroupCapability> {

  CcwGroupCapabilityXml() {
    super("capability");
  }

  @Override
  protected CcwGroupCapability read(XmlIn in) {
    CcwGroupCapability.Builder b = CcwGroupCapability.builder();
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
    XmlIn members = in.child("members");
    for (XmlIn membersCcwDevice : members.children("ccw_device"))
      b.addMember(membersCcwDevice.read(GroupedCcwDevice.XML));
    for (XmlIn capability : in.children("capability"))
      b.addCapability(capability.read(NestedCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CcwGroupCapability value, String name, XmlOut out) {
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
    out.beginPart("members");
    out.writeAll("ccw_device", GroupedCcwDevice.XML, value.members());
    out.end();
    out.writeAll("capability", NestedCapability.XML, value.capabilities());
    out.end();
  }
}
