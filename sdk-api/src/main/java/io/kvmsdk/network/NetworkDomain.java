package io.kvmsdk.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The DNS domain of the guests. Since libvirt 0.4.5.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#connectivity">libvirt: Connectivity</a>
 */
@Value.Immutable
@ValueStyle
public interface NetworkDomain extends WithNetworkDomain {

  /** How it is read and written. */
  XmlMapping<NetworkDomain> XML = new NetworkDomainXml();

  /** The domain of that name, such as {@code vm.example.org}. */
  static NetworkDomain of(String name) {
    return builder().name(name).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The name. */
  String name();

  /**
   * Whether its names are looked up in the network's own DNS server only. Absent means no. Since
   * libvirt 1.2.12.
   */
  Optional<Boolean> localOnly();

  /**
   * Whether the host asks the network's DNS server for its names, by systemd-resolved. Absent means
   * no. Since libvirt 10.1.0.
   */
  Optional<Boolean> register();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkDomain.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetworkDomainXml extends XmlMapping<NetworkDomain> {

  NetworkDomainXml() {
    super("domain");
  }

  @Override
  protected NetworkDomain read(XmlIn in) {
    NetworkDomain.Builder b = NetworkDomain.builder();
    b.name(in.required("name"));
    if (in.yesNo("localOnly")) b.localOnly(in.flag());
    if (in.yesNo("register")) b.register(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetworkDomain value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.yesNo("localOnly", value.localOnly());
    out.yesNo("register", value.register());
    out.end();
  }
}
