package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * UDP packets, which may get lost. The document has a {@code <source>} for each of the two ways.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#udp-network-console">libvirt: UDP network
 *     console</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface UdpCharSource extends CharSource, WithUdpCharSource
    permits ImmutableUdpCharSource {

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
    return "udp";
  }

  /** The two ways, in the document's order; libvirt takes one of each. */
  List<UdpEndpoint> endpoints();

  /** Where packets for the guest come in. */
  default Optional<UdpEndpoint> incoming() {
    return endpoints().stream().filter(UdpEndpoint::isIncoming).findFirst();
  }

  /** Where the guest's packets go. */
  default Optional<UdpEndpoint> outgoing() {
    return endpoints().stream().filter(endpoint -> !endpoint.isIncoming()).findFirst();
  }

  /** Nothing: what the document says beyond this is in the {@link #endpoints}. */
  @Override
  default Extras extras() {
    return Extras.NONE;
  }

  /** Makes values. */
  final class Builder extends ImmutableUdpCharSource.Builder {
    Builder() {}
  }
}
