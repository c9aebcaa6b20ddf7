package io.kvmsdk.domain.display;

import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;

/**
 * A graphical console of a domain.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#graphical-framebuffers">libvirt: Graphical
 *     framebuffers</a>
 */
public sealed interface Graphics extends Document
    permits DbusDisplay, DesktopWindow, EglHeadless, Rdp, Sdl, Spice, UnknownGraphics, Vnc {

  /** How it is read and written. */
  XmlMapping<Graphics> XML = new GraphicsXml();

  /** A VNC console on a port of the hypervisor's choice, on the given address. */
  static Graphics vnc(String address) {
    return Vnc.builder().port(-1).autoport(true).addListen(GraphicsListen.on(address)).build();
  }

  /** A SPICE console on a port of the hypervisor's choice, on the given address. */
  static Graphics spice(String address) {
    return Spice.builder().port(-1).autoport(true).addListen(GraphicsListen.on(address)).build();
  }

  /** No window, but rendering by a GPU of the host, for a VNC or SPICE console beside it. */
  static Graphics eglHeadless() {
    return EglHeadless.builder().build();
  }

  /** A display on D-Bus for connections that are handed over, without a bus between. */
  static Graphics dbus() {
    return DbusDisplay.builder().peerToPeer(true).build();
  }

  /** What {@code <graphics>} says, keeping what has no name here. */
  static Graphics fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <graphics>} says. */
  static Graphics fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <graphics>}. */
  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** The same without its password. */
  default Graphics withoutPassword() {
    if (this instanceof Vnc vnc) {
      return vnc.withPassword(Optional.empty());
    }
    if (this instanceof Spice spice) {
      return spice.withPassword(Optional.empty());
    }
    return this instanceof Rdp rdp ? rdp.withPassword(Optional.empty()) : this;
  }

  /** What the document says beyond what has a name here. */
  @Override
  Extras extras();
}

final class GraphicsXml extends XmlMapping<Graphics> {

  GraphicsXml() {
    super("graphics");
  }

  @Override
  protected Graphics read(XmlIn in) {
    String type = in.required("type");
    return switch (type) {
      case "vnc" -> in.read(Vnc.XML);
      case "spice" -> in.read(Spice.XML);
      case "sdl" -> in.read(Sdl.XML);
      case "rdp" -> in.read(Rdp.XML);
      case "desktop" -> in.read(DesktopWindow.XML);
      case "egl-headless" -> in.read(EglHeadless.XML);
      case "dbus" -> in.read(DbusDisplay.XML);
      default -> UnknownGraphics.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(Graphics value, String name, XmlOut out) {
    if (value instanceof Vnc vnc) {
      out.write(name, Vnc.XML, vnc);
    } else if (value instanceof Spice spice) {
      out.write(name, Spice.XML, spice);
    } else if (value instanceof Sdl sdl) {
      out.write(name, Sdl.XML, sdl);
    } else if (value instanceof Rdp rdp) {
      out.write(name, Rdp.XML, rdp);
    } else if (value instanceof DesktopWindow desktopWindow) {
      out.write(name, DesktopWindow.XML, desktopWindow);
    } else if (value instanceof EglHeadless eglHeadless) {
      out.write(name, EglHeadless.XML, eglHeadless);
    } else if (value instanceof DbusDisplay dbusDisplay) {
      out.write(name, DbusDisplay.XML, dbusDisplay);
    } else {
      out.begin(name, value.extras());
      out.attr("type", value.type());
      out.end();
    }
  }
}
