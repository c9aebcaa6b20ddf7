package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A disk whose data is on a server, reached by QEMU itself. Since libvirt 0.8.7. */
@Value.Immutable
@ValueStyle
public sealed interface NetworkDiskSource extends DiskSource, WithNetworkDiskSource
    permits ImmutableNetworkDiskSource {

  /** How its {@code <source>} is read and written. */
  XmlMapping<NetworkDiskSource> XML = new NetworkDiskSourceXml();

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

  /** How it is reached. */
  Optional<DiskProtocol> protocol();

  /**
   * What it is called there: an export, a {@code pool/image}, a {@code volume/path}, an IQN with
   * its LUN.
   */
  Optional<String> name();

  /** What follows the question mark of an HTTP URL. Since libvirt 6.2.0. */
  Optional<String> query();

  /** Whether the connection is encrypted; NBD since libvirt 4.5.0. */
  Optional<Boolean> tls();

  /** The servers, in the order to try them. */
  List<NetworkHost> hosts();

  /** What the document says of the source beyond this. */
  @Override
  Extras extras();

  /** Makes sources. */
  final class Builder extends ImmutableNetworkDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetworkDiskSourceXml extends XmlMapping<NetworkDiskSource> {

  NetworkDiskSourceXml() {
    super("source");
  }

  @Override
  protected NetworkDiskSource read(XmlIn in) {
    NetworkDiskSource.Builder b = NetworkDiskSource.builder();
    if (in.attr("protocol")) b.protocol(new DiskProtocol(in.value()));
    if (in.attr("name")) b.name(in.value());
    if (in.attr("query")) b.query(in.value());
    if (in.yesNo("tls")) b.tls(in.flag());
    for (XmlIn host : in.children("host")) b.addHost(host.read(NetworkHost.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(NetworkDiskSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("protocol", value.protocol());
    out.attr("name", value.name());
    out.attr("query", value.query());
    out.yesNo("tls", value.tls());
    out.writeAll(NetworkHost.XML, value.hosts());
    out.end();
  }
}
