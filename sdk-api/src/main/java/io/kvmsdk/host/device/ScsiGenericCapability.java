package io.kvmsdk.host.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The character device by which SCSI commands are sent to a device.
 *
 * @see <a href="https://libvirt.org/formatnode.html#capability-types">libvirt: capability types</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ScsiGenericCapability extends NodeCapability, WithScsiGenericCapability
    permits ImmutableScsiGenericCapability {

  /** How it is read and written. */
  XmlMapping<ScsiGenericCapability> XML = new ScsiGenericCapabilityXml();

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
    return "scsi_generic";
  }

  /** Its path, such as {@code /dev/sg0}. */
  String character();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableScsiGenericCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ScsiGenericCapabilityXml extends XmlMapping<ScsiGenericCapability> {

  ScsiGenericCapabilityXml() {
    super("capability");
  }

  @Override
  protected ScsiGenericCapability read(XmlIn in) {
    ScsiGenericCapability.Builder b = ScsiGenericCapability.builder();
    XmlIn charPart = in.child("char");
    if (!charPart.text()) throw charPart.unreadable("a text");
    b.character(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ScsiGenericCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("char", value.character());
    out.end();
  }
}
