package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A virtual network of libvirt; libvirt only. */
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
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(NetworkInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("network", value.network());
    out.attr("portgroup", value.portGroup());
    out.end();
  }
}
