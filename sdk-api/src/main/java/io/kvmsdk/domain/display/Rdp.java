package io.kvmsdk.domain.display;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A console over RDP; QEMU's, since libvirt 11.1.0, wants a {@link DbusDisplay} on a bus beside it.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#graphical-framebuffers">libvirt: Graphical
 *     framebuffers</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface Rdp extends Graphics, WithRdp permits ImmutableRdp {

  /** How it is read and written. */
  XmlMapping<Rdp> XML = new RdpXml();

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
    return "rdp";
  }

  /** The TCP port; -1 or absent for one that the hypervisor chooses. */
  Optional<Integer> port();

  /** Whether the hypervisor chooses the port. */
  Optional<Boolean> autoport();

  /**
   * Whether a new client takes the place of the one that is connected, where only one can be;
   * VirtualBox's.
   */
  Optional<Boolean> replaceUser();

  /** Whether several clients may be connected; VirtualBox's. */
  Optional<Boolean> multiUser();

  /** The address of the first place to listen on, as libvirt wrote it before there were several. */
  Optional<String> listen();

  /** The user that a client has to name. Since libvirt 11.1.0. */
  Optional<String> username();

  /**
   * What a client has to say. libvirt shows it only to those who may see secrets. Since libvirt
   * 11.1.0.
   */
  @Value.Redacted
  Optional<String> password();

  /** The places to listen on. */
  List<GraphicsListen> listens();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableRdp.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RdpXml extends XmlMapping<Rdp> {

  RdpXml() {
    super("graphics");
  }

  @Override
  protected Rdp read(XmlIn in) {
    Rdp.Builder b = Rdp.builder();
    if (in.signedIntAttr("port")) b.port(in.intValue());
    if (in.yesNo("autoport")) b.autoport(in.flag());
    if (in.yesNo("replaceUser")) b.replaceUser(in.flag());
    if (in.yesNo("multiUser")) b.multiUser(in.flag());
    if (in.attr("listen")) b.listen(in.value());
    if (in.attr("username")) b.username(in.value());
    if (in.attr("passwd")) b.password(in.value());
    for (XmlIn listen : in.children("listen")) b.addListen(listen.read(GraphicsListen.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Rdp value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("port", value.port());
    out.yesNo("autoport", value.autoport());
    out.yesNo("replaceUser", value.replaceUser());
    out.yesNo("multiUser", value.multiUser());
    out.attr("listen", value.listen());
    out.attr("username", value.username());
    out.attr("passwd", value.password());
    out.writeAll("listen", GraphicsListen.XML, value.listens());
    out.end();
  }
}
