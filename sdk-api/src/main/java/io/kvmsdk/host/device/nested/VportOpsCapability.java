package io.kvmsdk.host.device.nested;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * That a SCSI host can have virtual adapters (NPIV).
 *
 * @see <a href="https://libvirt.org/formatnode.html#scsi-host">libvirt: scsi_host</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VportOpsCapability extends NestedCapability, WithVportOpsCapability
    permits ImmutableVportOpsCapability {

  /** How it is read and written. */
  XmlMapping<VportOpsCapability> XML = new VportOpsCapabilityXml();

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
    return "vport_ops";
  }

  /** How many it can have. */
  int maxVports();

  /** How many it has. */
  int vports();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVportOpsCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VportOpsCapabilityXml extends XmlMapping<VportOpsCapability> {

  VportOpsCapabilityXml() {
    super("capability");
  }

  @Override
  protected VportOpsCapability read(XmlIn in) {
    VportOpsCapability.Builder b = VportOpsCapability.builder();
    XmlIn maxVports = in.child("max_vports");
    if (!maxVports.intText()) throw maxVports.unreadable("a value");
    b.maxVports(in.intValue());
    XmlIn vports = in.child("vports");
    if (!vports.intText()) throw vports.unreadable("a value");
    b.vports(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VportOpsCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.beginPart("max_vports");
    out.text(String.valueOf(value.maxVports()));
    out.end();
    out.beginPart("vports");
    out.text(String.valueOf(value.vports()));
    out.end();
    out.end();
  }
}
