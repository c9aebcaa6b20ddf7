package io.kvmsdk.domain.network.source;

import io.kvmsdk.domain.device.Reconnect;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A program that moves the packets itself, over memory that it shares with the guest. Since libvirt
 * 1.2.7.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#vhost-user-connection">libvirt: vhost-user
 *     connection</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VhostUserInterfaceSource
    extends InterfaceSource, WithVhostUserInterfaceSource
    permits ImmutableVhostUserInterfaceSource {

  /** How it is read and written. */
  XmlMapping<VhostUserInterfaceSource> XML = new VhostUserInterfaceSourceXml();

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
    return "vhostuser";
  }

  /** Over what QEMU speaks with it. Absent means a Unix socket, since libvirt 11.1.0. */
  Optional<VhostUserSocketType> socketType();

  /** The absolute path of the socket; not with passt. */
  Optional<String> path();

  /** Which end QEMU is. Absent means the client, since libvirt 11.1.0. */
  Optional<VhostUserMode> mode();

  /**
   * The device of the host by whose routes the guest's are made; passt only. Since libvirt 11.1.0.
   */
  Optional<String> device();

  /** Whether QEMU connects anew when the connection is lost, as the client. Since libvirt 4.1.0. */
  Optional<Reconnect> reconnect();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVhostUserInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VhostUserInterfaceSourceXml extends XmlMapping<VhostUserInterfaceSource> {

  VhostUserInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected VhostUserInterfaceSource read(XmlIn in) {
    VhostUserInterfaceSource.Builder b = VhostUserInterfaceSource.builder();
    if (in.attr("type")) b.socketType(new VhostUserSocketType(in.value()));
    if (in.attr("path")) b.path(in.value());
    if (in.attr("mode")) b.mode(new VhostUserMode(in.value()));
    if (in.attr("dev")) b.device(in.value());
    XmlIn reconnect = in.child("reconnect");
    if (reconnect.present()) b.reconnect(reconnect.read(Reconnect.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(VhostUserInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("type", value.socketType());
    out.attr("path", value.path());
    out.attr("mode", value.mode());
    out.attr("dev", value.device());
    out.write("reconnect", Reconnect.XML, value.reconnect());
    out.end();
  }
}
