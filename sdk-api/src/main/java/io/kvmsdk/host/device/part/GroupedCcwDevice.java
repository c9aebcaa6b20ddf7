package io.kvmsdk.host.device.part;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A channel device that belongs to a group.
 *
 * @see <a href="https://libvirt.org/formatnode.html#ccw">libvirt: ccw</a>
 */
@Value.Immutable
@ValueStyle
public interface GroupedCcwDevice extends WithGroupedCcwDevice {

  /** How it is read and written. */
  XmlMapping<GroupedCcwDevice> XML = new GroupedCcwDeviceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its part in the group, such as {@code cdev0}. */
  String reference();

  /** The name of its node device. */
  String device();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableGroupedCcwDevice.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class GroupedCcwDeviceXml extends XmlMapping<GroupedCcwDevice> {

  GroupedCcwDeviceXml() {
    super("ccw_device");
  }

  @Override
  protected GroupedCcwDevice read(XmlIn in) {
    GroupedCcwDevice.Builder b = GroupedCcwDevice.builder();
    b.reference(in.required("ref"));
    if (!in.text()) throw in.unreadable("a text");
    b.device(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(GroupedCcwDevice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("ref", value.reference());
    out.text(value.device());
    out.end();
  }
}
