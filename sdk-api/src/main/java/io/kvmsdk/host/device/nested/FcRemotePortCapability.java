package io.kvmsdk.host.device.nested;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * That a SCSI target is a port on a Fibre Channel fabric.
 *
 * @see <a href="https://libvirt.org/formatnode.html#capability-types">libvirt: capability types</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface FcRemotePortCapability extends NestedCapability, WithFcRemotePortCapability
    permits ImmutableFcRemotePortCapability {

  /** How it is read and written. */
  XmlMapping<FcRemotePortCapability> XML = new FcRemotePortCapabilityXml();

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
    return "fc_remote_port";
  }

  /** The name of the port, such as {@code rport-0:0-3}. */
  String remotePort();

  /** Its world wide port name. */
  String wwpn();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFcRemotePortCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FcRemotePortCapabilityXml extends XmlMapping<FcRemotePortCapability> {

  FcRemotePortCapabilityXml() {
    super("capability");
  }

  @Override
  protected FcRemotePortCapability read(XmlIn in) {
    FcRemotePortCapability.Builder b = FcRemotePortCapability.builder();
    XmlIn rport = in.child("rport");
    if (!rport.text()) throw rport.unreadable("a text");
    b.remotePort(in.value());
    XmlIn wwpn = in.child("wwpn");
    if (!wwpn.text()) throw wwpn.unreadable("a text");
    b.wwpn(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FcRemotePortCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("rport", value.remotePort());
    out.partText("wwpn", value.wwpn());
    out.end();
  }
}
