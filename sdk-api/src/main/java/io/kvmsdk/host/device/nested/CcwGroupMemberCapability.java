package io.kvmsdk.host.device.nested;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * That a channel device belongs to a group.
 *
 * @see <a href="https://libvirt.org/formatnode.html#ccw">libvirt: ccw</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface CcwGroupMemberCapability
    extends NestedCapability, WithCcwGroupMemberCapability
    permits ImmutableCcwGroupMemberCapability {

  /** How it is read and written. */
  XmlMapping<CcwGroupMemberCapability> XML = new CcwGroupMemberCapabilityXml();

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
    return "ccwgroup_member";
  }

  /** The name of the group's node device. */
  String group();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCcwGroupMemberCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CcwGroupMemberCapabilityXml extends XmlMapping<CcwGroupMemberCapability> {

  CcwGroupMemberCapabilityXml() {
    super("capability");
  }

  @Override
  protected CcwGroupMemberCapability read(XmlIn in) {
    CcwGroupMemberCapability.Builder b = CcwGroupMemberCapability.builder();
    XmlIn groupDevice = in.child("group_device");
    if (!groupDevice.text()) throw groupDevice.unreadable("a text");
    b.group(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CcwGroupMemberCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("group_device", value.group());
    out.end();
  }
}
