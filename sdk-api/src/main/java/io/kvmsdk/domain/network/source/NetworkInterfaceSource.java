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
 * A virtual network of libvirt; libvirt only.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#virtual-network">libvirt: Virtual network</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface NetworkInterfaceSource extends InterfaceSource, WithNetworkInterfaceSource
    permits ImmutableNetworkInterfaceSource {

  /** How it is read and written. */
  XmlMapping<NetworkInterfaceSource> XML = new NetworkInterfaceSourceXml();

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
    return "network";
  }

  /** The name of the network. */
  Optional<String> network();

  /** The network's port group. Since libvirt 0.9.4. */
  Optional<String> portGroup();

  /**
   * The id of the network's port for this interface; libvirt writes it of a running domain. Since
   * libvirt 5.1.0.
   */
  Optional<UUID> portId();

  /** The bridge that the network has on the host; libvirt writes it of a running domain. */
  Optional<String> bridge();

  /**
   * Who keeps that bridge's table of addresses; libvirt writes it of a running domain. Since
   * libvirt 1.2.11.
   */
  Optional<MacTableManager> macTableManager();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetworkInterfaceSourceXml extends XmlMapping<NetworkInterfaceSource> {

  NetworkInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected NetworkInterfaceSource read(XmlIn in) {
    NetworkInterfaceSource.Builder b = NetworkInterfaceSource.builder();
    if (in.attr("network")) b.network(in.value());
    if (in.attr("portgroup")) b.portGroup(in.value());
    if (in.attr("portid")) b.portId(in.uuid());
    if (in.attr("bridge")) b.bridge(in.value());
    if (in.attr("macTableManager")) b.macTableManager(new MacTableManager(in.value()));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(NetworkInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("network", value.network());
    out.attr("portgroup", value.portGroup());
    out.attr("portid", value.portId());
    out.attr("bridge", value.bridge());
    out.attr("macTableManager", value.macTableManager());
    out.end();
  }
}
