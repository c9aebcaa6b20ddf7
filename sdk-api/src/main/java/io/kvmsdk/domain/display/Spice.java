package io.kvmsdk.domain.display;

import io.kvmsdk.domain.device.MouseMode;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A console over SPICE. Since libvirt 0.8.6.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#graphical-framebuffers">libvirt: Graphical
 *     framebuffers</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface Spice extends Graphics, WithSpice permits ImmutableSpice {

  /** How it is read and written. */
  XmlMapping<Spice> XML = new SpiceXml();

  /**
   * The console of a desktop: on 127.0.0.1 at ports of the hypervisor's choice, with clipboard,
   * file transfer, sound and pictures compressed where that helps, films as streams, and the mouse
   * of the client. Clipboard and file transfer want SPICE's agent in the guest, and a channel for
   * it.
   */
  static Spice desktop() {
    return builder()
        .port(-1)
        .autoport(true)
        .addListen(GraphicsListen.on("127.0.0.1"))
        .imageCompression(ImageCompression.AUTO_GLZ)
        .jpegCompression(WanCompression.AUTO)
        .zlibCompression(WanCompression.AUTO)
        .playbackCompression(true)
        .streaming(StreamingMode.FILTER)
        .clipboard(true)
        .mouse(MouseMode.CLIENT)
        .fileTransfer(true)
        .build();
  }

  /**
   * A console for a client on the same host, on a unix socket of libvirt's choice, with OpenGL by
   * the first GPU of the host. The guest wants a {@code Video.virtio()} with 3D acceleration.
   */
  static Spice localGl() {
    return builder().addListen(GraphicsListen.unix()).gl(true).build();
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
    return "spice";
  }

  /** The TCP port; -1 or absent for one that the hypervisor chooses. */
  Optional<Integer> port();

  /** The TCP port for encrypted connections; -1 for one that the hypervisor chooses. */
  Optional<Integer> tlsPort();

  /** Whether the hypervisor chooses the ports. */
  Optional<Boolean> autoport();

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

  /** What becomes of a client when the password changes. Since libvirt 0.9.3. */
  Optional<ConnectedPolicy> connected();

  /**
   * How channels are secured of which nothing is said. Absent means {@link SpiceChannelMode#ANY}.
   * Since libvirt 0.9.12.
   */
  Optional<SpiceChannelMode> defaultMode();

  /** The places to listen on. None means the address of the hypervisor's configuration. */
  List<GraphicsListen> listens();

  /** How single channels are secured. */
  List<SpiceChannel> channels();

  /**
   * How images are compressed. Absent means {@link ImageCompression#AUTO_GLZ}. Since libvirt 0.9.1.
   */
  Optional<ImageCompression> imageCompression();

  /**
   * Whether images lose detail over slow connections. Absent means {@link WanCompression#AUTO}.
   * Since libvirt 0.9.1.
   */
  Optional<WanCompression> jpegCompression();

  /**
   * Whether images are compressed once more over slow connections. Absent means {@link
   * WanCompression#AUTO}. Since libvirt 0.9.1.
   */
  Optional<WanCompression> zlibCompression();

  /** Whether sound is compressed. Absent means that it is. Since libvirt 0.9.1. */
  Optional<Boolean> playbackCompression();

  /**
   * What of the picture is sent as a film. Absent means what QEMU's default is. Since libvirt
   * 0.9.2.
   */
  Optional<StreamingMode> streaming();

  /** Whether guest and client share a clipboard. Absent means that they do. Since libvirt 0.9.3. */
  Optional<Boolean> clipboard();

  /** Whose mouse pointer is used. Absent means {@link MouseMode#CLIENT}. Since libvirt 0.9.11. */
  Optional<MouseMode> mouse();

  /**
   * Whether a client may send files into the guest. Absent means that it may. Since libvirt 1.2.2.
   */
  Optional<Boolean> fileTransfer();

  /**
   * Whether the picture is rendered with OpenGL; only for clients on the host itself, where the
   * console listens on a socket or nowhere. Since libvirt 1.3.3.
   */
  Optional<Boolean> gl();

  /** The absolute path of the GPU that renders. Absent means the first one. Since libvirt 3.1.0. */
  Optional<String> renderNode();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSpice.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SpiceXml extends XmlMapping<Spice> {

  SpiceXml() {
    super("graphics");
  }

  @Override
  protected Spice read(XmlIn in) {
    Spice.Builder b = Spice.builder();
    if (in.signedIntAttr("port")) b.port(in.intValue());
    if (in.signedIntAttr("tlsPort")) b.tlsPort(in.intValue());
    if (in.yesNo("autoport")) b.autoport(in.flag());
    if (in.attr("listen")) b.listen(in.value());
    if (in.attr("keymap")) b.keymap(in.value());
    if (in.attr("passwd")) b.password(in.value());
    if (in.attr("passwdValidTo")) b.passwordValidTo(in.value());
    if (in.attr("connected")) b.connected(new ConnectedPolicy(in.value()));
    if (in.attr("defaultMode")) b.defaultMode(new SpiceChannelMode(in.value()));
    for (XmlIn listen : in.children("listen")) b.addListen(listen.read(GraphicsListen.XML));
    for (XmlIn channel : in.children("channel")) b.addChannel(channel.read(SpiceChannel.XML));
    if (in.child("image").attr("compression")) b.imageCompression(new ImageCompression(in.value()));
    if (in.child("jpeg").attr("compression")) b.jpegCompression(new WanCompression(in.value()));
    if (in.child("zlib").attr("compression")) b.zlibCompression(new WanCompression(in.value()));
    if (in.child("playback").onOff("compression")) b.playbackCompression(in.flag());
    if (in.child("streaming").attr("mode")) b.streaming(new StreamingMode(in.value()));
    if (in.child("clipboard").yesNo("copypaste")) b.clipboard(in.flag());
    if (in.child("mouse").attr("mode")) b.mouse(new MouseMode(in.value()));
    if (in.child("filetransfer").yesNo("enable")) b.fileTransfer(in.flag());
    XmlIn gl = in.child("gl");
    if (gl.yesNo("enable")) b.gl(in.flag());
    if (gl.attr("rendernode")) b.renderNode(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Spice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("port", value.port());
    out.attr("tlsPort", value.tlsPort());
    out.yesNo("autoport", value.autoport());
    out.attr("listen", value.listen());
    out.attr("keymap", value.keymap());
    out.attr("passwd", value.password());
    out.attr("passwdValidTo", value.passwordValidTo());
    out.attr("connected", value.connected());
    out.attr("defaultMode", value.defaultMode());
    out.writeAll("listen", GraphicsListen.XML, value.listens());
    out.writeAll("channel", SpiceChannel.XML, value.channels());
    out.part("image", "compression", value.imageCompression());
    out.part("jpeg", "compression", value.jpegCompression());
    out.part("zlib", "compression", value.zlibCompression());
    out.partOnOff("playback", "compression", value.playbackCompression());
    out.part("streaming", "mode", value.streaming());
    out.beginPart("clipboard");
    out.yesNo("copypaste", value.clipboard());
    out.end();
    out.part("mouse", "mode", value.mouse());
    out.beginPart("filetransfer");
    out.yesNo("enable", value.fileTransfer());
    out.end();
    out.beginPart("gl");
    out.yesNo("enable", value.gl());
    out.attr("rendernode", value.renderNode());
    out.end();
    out.end();
  }
}
