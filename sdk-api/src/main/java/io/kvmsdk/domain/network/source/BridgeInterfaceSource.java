package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.MacTableManager;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A bridge of the host: Linux' own, or Open vSwitch's with a virtual port.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#bridge-to-lan">libvirt: Bridge to LAN</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface BridgeInterfaceSource extends InterfaceSource, WithBridgeInterfaceSource
    permits ImmutableBridgeInterfaceSource {

  /** How it is read and written. */
  XmlMapping<BridgeInterfaceSource> XML = new BridgeInterfaceSourceXml();

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
    return "bridge";
  }

  /** The name of the bridge, such as {@code br0}. */
  Optional<String> bridge();

  /** Who keeps the bridge's table of addresses. Absent means the kernel. Since libvirt 1.2.11. */
  Optional<MacTableManager> macTableManager();

  /** The virtual network that has the bridge; libvirt writes it of a running domain. */
  Optional<String> network();

  /** That network's port group; libvirt writes it of a running domain. */
  Optional<String> portGroup();

  /** The id of that network's port; libvirt writes it of a running domain. Since libvirt 5.1.0. */
  Optional<UUID> portId();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBridgeInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BridgeInterfaceSourceXml extends XmlMapping<BridgeInterfaceSource> {

  BridgeInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected BridgeInterfaceSource read(XmlIn in) {
    BridgeInterfaceSource.Builder b = BridgeInterfaceSource.builder();
    if (in.attr("bridge")) b.bridge(in.value());
    if (in.attr("macTableManager")) b.macTableManager(new MacTableManager(in.value()));
    if (in.attr("network")) b.network(in.value());
    if (in.attr("portgroup")) b.portGroup(in.value());
    if (in.attr("portid")) b.portId(in.uuid());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(BridgeInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("bridge", value.bridge());
    out.attr("macTableManager", value.macTableManager());
    out.attr("network", value.network());
    out.attr("portgroup", value.portGroup());
    out.attr("portid", value.portId());
    out.end();
  }
}
