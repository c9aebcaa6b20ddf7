package io.kvmsdk.domain.display;

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
public sealed interface Graphics permits Spice, UnknownGraphics, Vnc {

  /** How a console is read and written. */
  XmlMapping<Graphics> XML = new GraphicsXml();

  /** A VNC console on a port of the hypervisor's choice, on the given address. */
  static Graphics vnc(String address) {
    return Vnc.builder().port(-1).autoport(true).addListen(GraphicsListen.on(address)).build();
  }

  /** A SPICE console on a port of the hypervisor's choice, on the given address. */
  static Graphics spice(String address) {
    return Spice.builder().port(-1).autoport(true).addListen(GraphicsListen.on(address)).build();
  }

  /** What {@code <graphics>} says, keeping what has no name here. */
  static Graphics fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <graphics>} says. */
  static Graphics fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The console as {@code <graphics>}, with its password. */
  default String toXml() {
    return XML.format(this);
  }

  /** The same without its password. */
  default Graphics withoutPassword() {
    if (this instanceof Vnc vnc) {
      return vnc.withPassword(Optional.empty());
    }
    return this instanceof Spice spice ? spice.withPassword(Optional.empty()) : this;
  }

  /** What libvirt calls the kind of console, such as {@code vnc}. */
  String type();

  /** What the document says of the console beyond what has a name here. */
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
      default -> UnknownGraphics.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(Graphics value, String name, XmlOut out) {
    if (value instanceof Vnc vnc) {
      out.write(name, Vnc.XML, vnc);
    } else if (value instanceof Spice spice) {
      out.write(name, Spice.XML, spice);
    } else {
      out.begin(name, value.extras());
      out.attr("type", value.type());
      out.end();
    }
  }
}
