package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A distributed switch of VMware. libvirt passes on what is said, and does not check it. Since
 * libvirt 8.7.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#vmware-distributed-switch">libvirt: VMware
 *     Distributed Switch</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VdsInterfaceSource extends InterfaceSource, WithVdsInterfaceSource
    permits ImmutableVdsInterfaceSource {

  /** How it is read and written. */
  XmlMapping<VdsInterfaceSource> XML = new VdsInterfaceSourceXml();

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
    return "vds";
  }

  /** The id of the switch. */
  UUID switchId();

  /** The number of the port. */
  Optional<Long> portId();

  /** The id of the port group. */
  Optional<String> portGroupId();

  /** The number of the connection. */
  Optional<Long> connectionId();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVdsInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VdsInterfaceSourceXml extends XmlMapping<VdsInterfaceSource> {

  VdsInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected VdsInterfaceSource read(XmlIn in) {
    VdsInterfaceSource.Builder b = VdsInterfaceSource.builder();
    if (!in.attr("switchid")) throw in.missing("@switchid");
    b.switchId(in.uuid());
    if (in.signedLongAttr("portid")) b.portId(in.longValue());
    if (in.attr("portgroupid")) b.portGroupId(in.value());
    if (in.signedLongAttr("connectionid")) b.connectionId(in.longValue());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(VdsInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("switchid", value.switchId().toString());
    out.attr("portid", value.portId());
    out.attr("portgroupid", value.portGroupId());
    out.attr("connectionid", value.connectionId());
    out.end();
  }
}
