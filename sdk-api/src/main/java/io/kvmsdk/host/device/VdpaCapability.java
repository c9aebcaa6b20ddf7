package io.kvmsdk.host.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A network device whose data path is that of virtio (vDPA). Since libvirt 6.9.0.
 *
 * @see <a href="https://libvirt.org/formatnode.html#vdpa">libvirt: vdpa</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VdpaCapability extends NodeCapability, WithVdpaCapability
    permits ImmutableVdpaCapability {

  /** How it is read and written. */
  XmlMapping<VdpaCapability> XML = new VdpaCapabilityXml();

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
    return "vdpa";
  }

  /** The path of the character device by which it is used. */
  String characterDevice();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVdpaCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VdpaCapabilityXml extends XmlMapping<VdpaCapability> {

  VdpaCapabilityXml() {
    super("capability");
  }

  @Override
  protected VdpaCapability read(XmlIn in) {
    VdpaCapability.Builder b = VdpaCapability.builder();
    XmlIn chardev = in.child("chardev");
    if (!chardev.text()) throw chardev.unreadable("a text");
    b.characterDevice(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VdpaCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("chardev", value.characterDevice());
    out.end();
  }
}
