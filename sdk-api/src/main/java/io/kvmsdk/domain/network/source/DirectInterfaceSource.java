package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.DirectMode;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A macvtap on a device of the host. Since libvirt 0.7.7.
 *
 * @see <a
 *     href="https://libvirt.org/formatdomain.html#direct-attachment-to-physical-interface">libvirt:
 *     Direct attachment to physical interface</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface DirectInterfaceSource extends InterfaceSource, WithDirectInterfaceSource
    permits ImmutableDirectInterfaceSource {

  /** How it is read and written. */
  XmlMapping<DirectInterfaceSource> XML = new DirectInterfaceSourceXml();

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
    return "direct";
  }

  /** The lower device, such as {@code eth0}. */
  Optional<String> device();

  /** How it shares the lower device. Absent means VEPA. */
  Optional<DirectMode> mode();

  /** The virtual network that lent the device; libvirt writes it of a running domain. */
  Optional<String> network();

  /** That network's port group; libvirt writes it of a running domain. */
  Optional<String> portGroup();

  /** The id of that network's port; libvirt writes it of a running domain. Since libvirt 5.1.0. */
  Optional<UUID> portId();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDirectInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DirectInterfaceSourceXml extends XmlMapping<DirectInterfaceSource> {

  DirectInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected DirectInterfaceSource read(XmlIn in) {
    DirectInterfaceSource.Builder b = DirectInterfaceSource.builder();
    if (in.attr("dev")) b.device(in.value());
    if (in.attr("mode")) b.mode(new DirectMode(in.value()));
    if (in.attr("network")) b.network(in.value());
    if (in.attr("portgroup")) b.portGroup(in.value());
    if (in.attr("portid")) b.portId(in.uuid());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(DirectInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("dev", value.device());
    out.attr("mode", value.mode());
    out.attr("network", value.network());
    out.attr("portgroup", value.portGroup());
    out.attr("portid", value.portId());
    out.end();
  }
}
