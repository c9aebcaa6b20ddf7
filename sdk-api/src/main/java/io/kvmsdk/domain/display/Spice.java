package io.kvmsdk.domain.display;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A console over SPICE. Since libvirt 0.8.6. */
@Value.Immutable
@ValueStyle
public sealed interface Spice extends Graphics, WithSpice permits ImmutableSpice {

  /** How it is read and written. */
  XmlMapping<Spice> XML = new SpiceXml();

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

  /** Whether the hypervisor chooses the port. */
  Optional<Boolean> autoport();

  /** The address of the first place to listen on, as libvirt wrote it before there were several. */
  Optional<String> listen();

  /** What a client has to say. libvirt shows it only to those who may see secrets. */
  @Value.Redacted
  Optional<String> password();

  /** Until when the password holds, in UTC, such as {@code 2026-12-24T00:00:00}. */
  Optional<String> passwordValidTo();

  /** The layout of the keyboard, such as {@code de}. */
  Optional<String> keymap();

  /** The places to listen on. */
  List<GraphicsListen> listens();

  /** The TCP port for encrypted connections; -1 for one that the hypervisor chooses. */
  Optional<Integer> tlsPort();

  /**
   * {@code secure}, {@code insecure} or {@code any}, for channels of which nothing is said. Since
   * libvirt 0.9.12.
   */
  Optional<String> defaultMode();

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
    if (in.yesNo("autoport")) b.autoport(in.flag());
    if (in.attr("listen")) b.listen(in.value());
    if (in.attr("keymap")) b.keymap(in.value());
    if (in.attr("passwd")) b.password(in.value());
    if (in.attr("passwdValidTo")) b.passwordValidTo(in.value());
    for (XmlIn listen : in.children("listen")) b.addListen(listen.read(GraphicsListen.XML));
    if (in.signedIntAttr("tlsPort")) b.tlsPort(in.intValue());
    if (in.attr("defaultMode")) b.defaultMode(in.value());
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
    out.attr("defaultMode", value.defaultMode());
    out.writeAll(GraphicsListen.XML, value.listens());
    out.end();
  }
}
