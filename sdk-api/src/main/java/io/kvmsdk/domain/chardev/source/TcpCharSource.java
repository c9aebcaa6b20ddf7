package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A TCP connection.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-interface">libvirt: Host interface</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface TcpCharSource extends CharSource, WithTcpCharSource
    permits ImmutableTcpCharSource {

  /** How it is read and written. */
  XmlMapping<TcpCharSource> XML = new TcpCharSourceXml();

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
    return "tcp";
  }

  /** Which side waits for the other. Absent means that the hypervisor connects. */
  Optional<SocketMode> mode();

  /** The name or address to connect to, or to listen on. */
  Optional<String> host();

  /** The port, or the name of a service. */
  Optional<String> service();

  /**
   * Whether the connection is encrypted with the certificates that the host is configured with.
   * Absent means what the host's {@code chardev_tls} says. Since libvirt 2.4.0.
   */
  Optional<Boolean> tls();

  /**
   * Whether a lost connection is made again; only for {@link SocketMode#CONNECT}. Since libvirt
   * 3.7.0.
   */
  Optional<CharReconnect> reconnect();

  /**
   * Sources of the same device that stand before this one. They mean nothing: the last one counts.
   */
  List<TcpCharSource> overridden();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableTcpCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class TcpCharSourceXml extends XmlMapping<TcpCharSource> {

  TcpCharSourceXml() {
    super("source");
  }

  @Override
  protected TcpCharSource read(XmlIn in) {
    TcpCharSource.Builder b = TcpCharSource.builder();
    if (in.attr("mode")) b.mode(new SocketMode(in.value()));
    if (in.attr("host")) b.host(in.value());
    if (in.attr("service")) b.service(in.value());
    if (in.yesNo("tls")) b.tls(in.flag());
    XmlIn reconnect = in.child("reconnect");
    if (reconnect.present()) b.reconnect(reconnect.read(CharReconnect.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(TcpCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("mode", value.mode());
    out.attr("host", value.host());
    out.attr("service", value.service());
    out.yesNo("tls", value.tls());
    out.write("reconnect", CharReconnect.XML, value.reconnect());
    out.end();
  }
}
