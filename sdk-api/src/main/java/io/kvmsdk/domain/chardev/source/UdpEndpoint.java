package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One of the two ways of a UDP source: where its packets go, or where they come in.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-interface">libvirt: Host interface</a>
 */
@Value.Immutable
@ValueStyle
public interface UdpEndpoint extends WithUdpEndpoint {

  /** How it is read and written. */
  XmlMapping<UdpEndpoint> XML = new UdpEndpointXml();

  /** Where the guest's packets go. */
  static UdpEndpoint to(String host, int port) {
    return builder().mode(SocketMode.CONNECT).host(host).service(Integer.toString(port)).build();
  }

  /** Where packets for the guest come in: an address of the host, such as {@code 0.0.0.0}. */
  static UdpEndpoint from(String host, int port) {
    return builder().mode(SocketMode.BIND).host(host).service(Integer.toString(port)).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * {@link SocketMode#CONNECT} for where the guest's packets go, {@link SocketMode#BIND} for where
   * packets for it come in. Absent means connect.
   */
  Optional<SocketMode> mode();

  /**
   * The name or address. Absent means all of the host's for packets that come in, and the host
   * itself for those that go out.
   */
  Optional<String> host();

  /** The port, or the name of a service. */
  Optional<String> service();

  /** Whether packets for the guest come in here, rather than its own go there. */
  default boolean isIncoming() {
    return mode().filter(SocketMode.BIND::equals).isPresent();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUdpEndpoint.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class UdpEndpointXml extends XmlMapping<UdpEndpoint> {

  UdpEndpointXml() {
    super("source");
  }

  @Override
  protected UdpEndpoint read(XmlIn in) {
    UdpEndpoint.Builder b = UdpEndpoint.builder();
    if (in.attr("mode")) b.mode(new SocketMode(in.value()));
    if (in.attr("host")) b.host(in.value());
    if (in.attr("service")) b.service(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(UdpEndpoint value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("mode", value.mode());
    out.attr("host", value.host());
    out.attr("service", value.service());
    out.end();
  }
}
