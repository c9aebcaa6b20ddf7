package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A server that has the data of a {@link NetworkDiskSource}.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface NetworkHost extends WithNetworkHost {

  /** How it is read and written. */
  XmlMapping<NetworkHost> XML = new NetworkHostXml();

  /** A server by its name or address, at the protocol's own port. */
  static NetworkHost of(String name) {
    return builder().name(name).build();
  }

  /** A server by its name or address, at a TCP port. */
  static NetworkHost of(String name, int port) {
    return builder().name(name).port(port).build();
  }

  /** A server that listens on a unix socket. */
  static NetworkHost unix(String socket) {
    return builder().transport(HostTransport.UNIX).socket(socket).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** A DNS name, or an IPv4 or IPv6 address. */
  Optional<String> name();

  /** 1 to 65535; absent for the protocol's own. NFS has none. */
  Optional<Integer> port();

  /** How it is reached. Absent means TCP. */
  Optional<HostTransport> transport();

  /** The absolute path of the socket, for {@link HostTransport#UNIX}. */
  Optional<String> socket();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkHost.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetworkHostXml extends XmlMapping<NetworkHost> {

  NetworkHostXml() {
    super("host");
  }

  @Override
  protected NetworkHost read(XmlIn in) {
    NetworkHost.Builder b = NetworkHost.builder();
    if (in.attr("name")) b.name(in.value());
    if (in.intAttr("port")) b.port(in.intValue());
    if (in.attr("transport")) b.transport(new HostTransport(in.value()));
    if (in.attr("socket")) b.socket(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetworkHost value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("port", value.port());
    out.attr("transport", value.transport());
    out.attr("socket", value.socket());
    out.end();
  }
}
