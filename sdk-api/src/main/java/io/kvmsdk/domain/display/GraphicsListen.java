package io.kvmsdk.domain.display;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a graphical console listens. Since libvirt 0.9.4.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#graphical-framebuffers">libvirt: Graphical
 *     framebuffers</a>
 */
@Value.Immutable
@ValueStyle
public interface GraphicsListen extends WithGraphicsListen {

  /** How it is read and written. */
  XmlMapping<GraphicsListen> XML = new GraphicsListenXml();

  /** An address of the host, such as {@code 127.0.0.1}. */
  static GraphicsListen on(String address) {
    return builder().type(ListenType.ADDRESS).address(address).build();
  }

  /** The address that the host has in a virtual network. */
  static GraphicsListen network(String network) {
    return builder().type(ListenType.NETWORK).network(network).build();
  }

  /** A unix socket at an absolute path. */
  static GraphicsListen unix(String path) {
    return builder().type(ListenType.SOCKET).socket(path).build();
  }

  /** A unix socket at a path of libvirt's choice. */
  static GraphicsListen unix() {
    return builder().type(ListenType.SOCKET).build();
  }

  /** Nowhere: a descriptor is handed over for each client. */
  static GraphicsListen nowhere() {
    return builder().type(ListenType.NONE).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What kind of place it is. */
  Optional<ListenType> type();

  /**
   * The address of the host, or a name of it. Absent means that of the hypervisor's configuration;
   * of a network, what the network says.
   */
  Optional<String> address();

  /** The name of the virtual network. */
  Optional<String> network();

  /** The absolute path of the unix socket. Absent means one of libvirt's choice. */
  Optional<String> socket();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableGraphicsListen.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class GraphicsListenXml extends XmlMapping<GraphicsListen> {

  GraphicsListenXml() {
    super("listen");
  }

  @Override
  protected GraphicsListen read(XmlIn in) {
    GraphicsListen.Builder b = GraphicsListen.builder();
    if (in.attr("type")) b.type(new ListenType(in.value()));
    if (in.attr("address")) b.address(in.value());
    if (in.attr("network")) b.network(in.value());
    if (in.attr("socket")) b.socket(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(GraphicsListen value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("address", value.address());
    out.attr("network", value.network());
    out.attr("socket", value.socket());
    out.end();
  }
}
