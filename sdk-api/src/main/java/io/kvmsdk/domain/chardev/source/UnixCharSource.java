package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.domain.device.SourceSecurityLabel;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A unix socket of the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-interface">libvirt: Host interface</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface UnixCharSource extends CharSource, WithUnixCharSource
    permits ImmutableUnixCharSource {

  /** How it is read and written. */
  XmlMapping<UnixCharSource> XML = new UnixCharSourceXml();

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
    return "unix";
  }

  /**
   * Which side waits for the other. Absent means that the hypervisor connects, but for a virtio
   * channel without a path.
   */
  Optional<SocketMode> mode();

  /**
   * The absolute path. Absent, for a virtio channel, means one that libvirt chooses (since 1.0.6).
   */
  Optional<String> path();

  /**
   * Whether a lost connection is made again; only for {@link SocketMode#CONNECT}. Since libvirt
   * 3.7.0.
   */
  Optional<CharReconnect> reconnect();

  /** How it is labelled for the security drivers, where not as the domain says. */
  List<SourceSecurityLabel> securityLabels();

  /** Of no meaning for a unix socket; libvirt's schema allows it. */
  Optional<String> host();

  /** Of no meaning for a unix socket; libvirt's schema allows it. */
  Optional<String> service();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUnixCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class UnixCharSourceXml extends XmlMapping<UnixCharSource> {

  UnixCharSourceXml() {
    super("source");
  }

  @Override
  protected UnixCharSource read(XmlIn in) {
    UnixCharSource.Builder b = UnixCharSource.builder();
    if (in.attr("mode")) b.mode(new SocketMode(in.value()));
    if (in.attr("path")) b.path(in.value());
    if (in.attr("host")) b.host(in.value());
    if (in.attr("service")) b.service(in.value());
    XmlIn reconnect = in.child("reconnect");
    if (reconnect.present()) b.reconnect(reconnect.read(CharReconnect.XML));
    for (XmlIn seclabel : in.children("seclabel"))
      b.addSecurityLabel(seclabel.read(SourceSecurityLabel.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(UnixCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("mode", value.mode());
    out.attr("path", value.path());
    out.attr("host", value.host());
    out.attr("service", value.service());
    out.write("reconnect", CharReconnect.XML, value.reconnect());
    out.writeAll("seclabel", SourceSecurityLabel.XML, value.securityLabels());
    out.end();
  }
}
