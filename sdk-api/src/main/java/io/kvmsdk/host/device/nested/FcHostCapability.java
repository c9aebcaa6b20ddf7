package io.kvmsdk.host.device.nested;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * That a SCSI host is a Fibre Channel adapter.
 *
 * @see <a href="https://libvirt.org/formatnode.html#scsi-host">libvirt: scsi_host</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface FcHostCapability extends NestedCapability, WithFcHostCapability
    permits ImmutableFcHostCapability {

  /** How it is read and written. */
  XmlMapping<FcHostCapability> XML = new FcHostCapabilityXml();

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
    return "fc_host";
  }

  /** Its world wide node name. Always there of a device that is there. */
  Optional<String> wwnn();

  /** Its world wide port name. Always there of a device that is there. */
  Optional<String> wwpn();

  /** The world wide name of the fabric. */
  Optional<String> fabricWwn();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFcHostCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FcHostCapabilityXml extends XmlMapping<FcHostCapability> {

  FcHostCapabilityXml() {
    super("capability");
  }

  @Override
  protected FcHostCapability read(XmlIn in) {
    FcHostCapability.Builder b = FcHostCapability.builder();
    if (in.child("wwnn").text()) b.wwnn(in.value());
    if (in.child("wwpn").text()) b.wwpn(in.value());
    if (in.child("fabric_wwn").text()) b.fabricWwn(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FcHostCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("wwnn", value.wwnn());
    out.partText("wwpn", value.wwpn());
    out.partText("fabric_wwn", value.fabricWwn());
    out.end();
  }
}
