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
 * A console over VNC.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#graphical-framebuffers">libvirt: Graphical
 *     framebuffers</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface Vnc extends Graphics, WithVnc permits ImmutableVnc {

  /** How it is read and written. */
  XmlMapping<Vnc> XML = new VncXml();

  /** A VNC console on a unix socket of the host, at an absolute path. */
  static Vnc unix(String path) {
    return builder().addListen(GraphicsListen.unix(path)).build();
  }

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
    return "vnc";
  }

  /** The TCP port; -1 or absent for one that the hypervisor chooses. */
  Optional<Integer> port();

  /** Whether the hypervisor chooses the port. */
  Optional<Boolean> autoport();

  /**
   * The TCP port for VNC over WebSocket; -1 for one that the hypervisor chooses. Since libvirt
   * 1.0.6.
   */
  Optional<Integer> websocket();

  /** The address of the first place to listen on, as libvirt wrote it before there were several. */
  Optional<String> listen();

  /**
   * The layout of the keyboard, such as {@code de}. Absent means that the client's key codes are
   * taken as they come.
   */
  Optional<String> keymap();

  /**
   * What a client has to say; an empty one lets nobody in. libvirt shows it only to those who may
   * see secrets.
   */
  @Value.Redacted
  Optional<String> password();

  /** Until when the password holds, in UTC, such as {@code 2026-12-24T00:00:00}. */
  Optional<String> passwordValidTo();

  /**
   * What becomes of clients when the password changes; for VNC only {@link ConnectedPolicy#KEEP}.
   * Since libvirt 0.9.3.
   */
  Optional<ConnectedPolicy> connected();

  /** The path of a unix socket to listen on instead. Since libvirt 0.8.8. */
  Optional<String> socket();

  /**
   * Who else may look. Absent means {@link VncSharePolicy#ALLOW_EXCLUSIVE}. Since libvirt 1.0.6.
   */
  Optional<VncSharePolicy> sharePolicy();

  /** Whether a client may shut down, reboot and reset the guest. Since libvirt 7.1.0. */
  Optional<Boolean> powerControl();

  /**
   * The number of the audio backend whose sound a client hears. Absent means the default one. Since
   * libvirt 7.2.0.
   */
  Optional<Integer> audioId();

  /** The places to listen on. None means the address of the hypervisor's configuration. */
  List<GraphicsListen> listens();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVnc.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VncXml extends XmlMapping<Vnc> {

  VncXml() {
    super("graphics");
  }

  @Override
  protected Vnc read(XmlIn in) {
    Vnc.Builder b = Vnc.builder();
    if (in.signedIntAttr("port")) b.port(in.intValue());
    if (in.yesNo("autoport")) b.autoport(in.flag());
    if (in.signedIntAttr("websocket")) b.websocket(in.intValue());
    if (in.attr("listen")) b.listen(in.value());
    if (in.attr("keymap")) b.keymap(in.value());
    if (in.attr("passwd")) b.password(in.value());
    if (in.attr("passwdValidTo")) b.passwordValidTo(in.value());
    if (in.attr("connected")) b.connected(new ConnectedPolicy(in.value()));
    if (in.attr("socket")) b.socket(in.value());
    if (in.attr("sharePolicy")) b.sharePolicy(new VncSharePolicy(in.value()));
    if (in.yesNo("powerControl")) b.powerControl(in.flag());
    if (in.child("audio").intAttr("id")) b.audioId(in.intValue());
    for (XmlIn listen : in.children("listen")) b.addListen(listen.read(GraphicsListen.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Vnc value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("port", value.port());
    out.yesNo("autoport", value.autoport());
    out.attr("websocket", value.websocket());
    out.attr("listen", value.listen());
    out.attr("keymap", value.keymap());
    out.attr("passwd", value.password());
    out.attr("passwdValidTo", value.passwordValidTo());
    out.attr("connected", value.connected());
    out.attr("socket", value.socket());
    out.attr("sharePolicy", value.sharePolicy());
    out.yesNo("powerControl", value.powerControl());
    out.part("audio", "id", value.audioId());
    out.writeAll("listen", GraphicsListen.XML, value.listens());
    out.end();
  }
}
