package io.kvmsdk.network.port;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/**
 * To what a network connected an interface.
 *
 * @see <a href="https://libvirt.org/formatnetworkport.html#plugs">libvirt: Plugs</a>
 */
public sealed interface PortPlug
    permits BridgePlug, DirectPlug, HostdevPlug, NetworkPlug, UnknownPortPlug {

  /** How it is read and written. */
  XmlMapping<PortPlug> XML = new PortPlugXml();

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class PortPlugXml extends XmlMapping<PortPlug> {

  PortPlugXml() {
    super("plug");
  }

  @Override
  protected PortPlug read(XmlIn in) {
    String type = in.required("type");
    return switch (type) {
      case "network" -> in.read(NetworkPlug.XML);
      case "bridge" -> in.read(BridgePlug.XML);
      case "direct" -> in.read(DirectPlug.XML);
      case "hostdev-pci" -> in.read(HostdevPlug.XML);
      default -> UnknownPortPlug.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(PortPlug value, String name, XmlOut out) {
    if (value instanceof NetworkPlug networkPlug) {
      out.write(name, NetworkPlug.XML, networkPlug);
    } else if (value instanceof BridgePlug bridgePlug) {
      out.write(name, BridgePlug.XML, bridgePlug);
    } else if (value instanceof DirectPlug directPlug) {
      out.write(name, DirectPlug.XML, directPlug);
    } else if (value instanceof HostdevPlug hostdevPlug) {
      out.write(name, HostdevPlug.XML, hostdevPlug);
    } else {
      out.begin(name, value.extras());
      out.attr("type", value.type());
      out.end();
    }
  }
}
