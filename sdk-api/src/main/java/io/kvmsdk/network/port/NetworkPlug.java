package io.kvmsdk.network.port;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.MacTableManager;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The bridge that libvirt keeps for the network.
 *
 * @see <a href="https://libvirt.org/formatnetworkport.html#network">libvirt: Network</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface NetworkPlug extends PortPlug, WithNetworkPlug permits ImmutableNetworkPlug {

  /** How it is read and written. */
  XmlMapping<NetworkPlug> XML = new NetworkPlugXml();

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

  /** The name of the bridge, such as {@code virbr0}. */
  String bridge();

  /** Who keeps the bridge's table of addresses. Absent means the kernel. */
  Optional<MacTableManager> macTableManager();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkPlug.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetworkPlugXml extends XmlMapping<NetworkPlug> {

  NetworkPlugXml() {
    super("plug");
  }

  @Override
  protected NetworkPlug read(XmlIn in) {
    NetworkPlug.Builder b = NetworkPlug.builder();
    b.bridge(in.required("bridge"));
    if (in.attr("macTableManager")) b.macTableManager(new MacTableManager(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetworkPlug value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("bridge", value.bridge());
    out.attr("macTableManager", value.macTableManager());
    out.end();
  }
}
