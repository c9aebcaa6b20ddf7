package io.kvmsdk.domain.display;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A window of VirtualBox's own viewer on the desktop of the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#graphical-framebuffers">libvirt: Graphical
 *     framebuffers</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface DesktopWindow extends Graphics, WithDesktopWindow
    permits ImmutableDesktopWindow {

  /** How it is read and written. */
  XmlMapping<DesktopWindow> XML = new DesktopWindowXml();

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
    return "desktop";
  }

  /** The X display, such as {@code :0.0}. Absent means that of the environment. */
  Optional<String> display();

  /** Whether the window fills the screen. Absent means that it does not. */
  Optional<Boolean> fullscreen();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDesktopWindow.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DesktopWindowXml extends XmlMapping<DesktopWindow> {

  DesktopWindowXml() {
    super("graphics");
  }

  @Override
  protected DesktopWindow read(XmlIn in) {
    DesktopWindow.Builder b = DesktopWindow.builder();
    if (in.attr("display")) b.display(in.value());
    if (in.yesNo("fullscreen")) b.fullscreen(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DesktopWindow value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("display", value.display());
    out.yesNo("fullscreen", value.fullscreen());
    out.end();
  }
}
