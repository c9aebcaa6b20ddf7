package io.kvmsdk.domain.network;

import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/** Reads and writes the {@code <source>} of an interface, which means what the type says. */
final class InterfaceSourceXml {

  private InterfaceSourceXml() {}

  static InterfaceSource read(XmlIn in) {
    String type = in.required("type");
    XmlIn source = in.child("source");
    return switch (type) {
      case "network" -> source.read(NetworkInterfaceSource.XML);
      case "bridge" -> source.read(BridgeInterfaceSource.XML);
      case "direct" -> source.read(DirectInterfaceSource.XML);
      case "user" -> source.read(UserInterfaceSource.XML);
      case "ethernet" -> source.read(EthernetInterfaceSource.XML);
      default -> source.read(new Unknown(type));
    };
  }

  static void write(InterfaceSource source, XmlOut out) {
    if (source instanceof NetworkInterfaceSource network) {
      out.write(NetworkInterfaceSource.XML, network);
    } else if (source instanceof BridgeInterfaceSource bridge) {
      out.write(BridgeInterfaceSource.XML, bridge);
    } else if (source instanceof DirectInterfaceSource direct) {
      out.write(DirectInterfaceSource.XML, direct);
    } else if (source instanceof UserInterfaceSource user) {
      out.write(UserInterfaceSource.XML, user);
    } else if (source instanceof EthernetInterfaceSource ethernet) {
      out.write(EthernetInterfaceSource.XML, ethernet);
    } else {
      out.write(new Unknown(source.type()), (UnknownInterfaceSource) source);
    }
  }

  private static final class Unknown extends XmlMapping<UnknownInterfaceSource> {

    private final String type;

    Unknown(String type) {
      super("source");
      this.type = type;
    }

    @Override
    protected UnknownInterfaceSource read(XmlIn in) {
      return UnknownInterfaceSource.builder().type(type).extras(in.extrasAndPresence()).build();
    }

    @Override
    protected void write(UnknownInterfaceSource value, String name, XmlOut out) {
      out.beginIfAny(name, value.extras());
      out.end();
    }
  }
}
