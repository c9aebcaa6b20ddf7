package io.kvmsdk.domain.display;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A window on the desktop of the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#graphical-framebuffers">libvirt: Graphical
 *     framebuffers</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface Sdl extends Graphics, WithSdl permits ImmutableSdl {

  /** How it is read and written. */
  XmlMapping<Sdl> XML = new SdlXml();

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
    return "sdl";
  }

  /** The X display, such as {@code :0.0}. Absent means that of the environment. */
  Optional<String> display();

  /** The path of the file with the right to use the display. */
  Optional<String> xauth();

  /** Whether the window fills the screen. Absent means that it does not. */
  Optional<Boolean> fullscreen();

  /** Whether the picture is rendered with OpenGL. */
  Optional<Boolean> gl();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSdl.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SdlXml extends XmlMapping<Sdl> {

  SdlXml() {
    super("graphics");
  }

  @Override
  protected Sdl read(XmlIn in) {
    Sdl.Builder b = Sdl.builder();
    if (in.attr("display")) b.display(in.value());
    if (in.attr("xauth")) b.xauth(in.value());
    if (in.yesNo("fullscreen")) b.fullscreen(in.flag());
    if (in.child("gl").yesNo("enable")) b.gl(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Sdl value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("display", value.display());
    out.attr("xauth", value.xauth());
    out.yesNo("fullscreen", value.fullscreen());
    out.beginPart("gl");
    out.yesNo("enable", value.gl());
    out.end();
    out.end();
  }
}
