package io.kvmsdk.host.device;

import io.kvmsdk.host.device.nested.NestedCapability;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A SCSI host, which is an adapter.
 *
 * @see <a href="https://libvirt.org/formatnode.html#scsi-host">libvirt: scsi_host</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ScsiHostCapability extends NodeCapability, WithScsiHostCapability
    permits ImmutableScsiHostCapability {

  /** How it is read and written. */
  XmlMapping<ScsiHostCapability> XML = new ScsiHostCapabilityXml();

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
    return "scsi_host";
  }

  /** The number of the host. Always there of a device that is there. */
  Optional<Long> host();

  /** Its number among those at the same place. Since libvirt 1.2.7. */
  Optional<Integer> uniqueId();

  /** That it is a Fibre Channel adapter, and can have virtual ones. */
  List<NestedCapability> capabilities();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableScsiHostCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ScsiHostCapabilityXml extends XmlMapping<ScsiHostCapability> {

  ScsiHostCapabilityXml() {
    super("capability");
  }

  @Override
  protected ScsiHostCapability read(XmlIn in) {
    ScsiHostCapability.Builder b = ScsiHostCapability.builder();
    if (in.child("host").longText()) b.host(in.longValue());
    if (in.child("unique_id").intText()) b.uniqueId(in.intValue());
    for (XmlIn capability : in.children("capability"))
      b.addCapability(capability.read(NestedCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ScsiHostCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("host", value.host());
    out.partText("unique_id", value.uniqueId());
    out.writeAll("capability", NestedCapability.XML, value.capabilities());
    out.end();
  }
}
