package io.kvmsdk.host.device;

import io.kvmsdk.host.device.nested.NestedCapability;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * A target behind a SCSI host.
 *
 * @see <a href="https://libvirt.org/formatnode.html#capability-types">libvirt: capability types</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ScsiTargetCapability extends NodeCapability, WithScsiTargetCapability
    permits ImmutableScsiTargetCapability {

  /** How it is read and written. */
  XmlMapping<ScsiTargetCapability> XML = new ScsiTargetCapabilityXml();

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
    return "scsi_target";
  }

  /** The name of the target, such as {@code target0:0:0}. */
  String target();

  /** That it is a port on a Fibre Channel fabric. */
  List<NestedCapability> capabilities();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableScsiTargetCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ScsiTargetCapabilityXml extends XmlMapping<ScsiTargetCapability> {

  ScsiTargetCapabilityXml() {
    super("capability");
  }

  @Override
  protected ScsiTargetCapability read(XmlIn in) {
    ScsiTargetCapability.Builder b = ScsiTargetCapability.builder();
    XmlIn target = in.child("target");
    if (!target.text()) throw target.unreadable("a text");
    b.target(in.value());
    for (XmlIn capability : in.children("capability"))
      b.addCapability(capability.read(NestedCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ScsiTargetCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("target", value.target());
    out.writeAll("capability", NestedCapability.XML, value.capabilities());
    out.end();
  }
}
