package io.kvmsdk.domain.chardev;

import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/** Reads and writes the {@code <source>} of a character device, which means what the type says. */
final class CharSourceXml {

  private CharSourceXml() {}

  static CharSource read(XmlIn in) {
    String type = in.required("type");
    XmlIn source = in.child("source");
    return switch (type) {
      case "pty" -> source.read(PtyCharSource.XML);
      case "file" -> source.read(FileCharSource.XML);
      case "unix" -> source.read(UnixCharSource.XML);
      case "tcp" -> source.read(TcpCharSource.XML);
      case "dev" -> source.read(DeviceCharSource.XML);
      case "null" -> source.read(NullCharSource.XML);
      case "stdio" -> source.read(StdioCharSource.XML);
      default -> source.read(new Unknown(type));
    };
  }

  static void write(CharSource source, XmlOut out) {
    if (source instanceof PtyCharSource pty) {
      out.write(PtyCharSource.XML, pty);
    } else if (source instanceof FileCharSource file) {
      out.write(FileCharSource.XML, file);
    } else if (source instanceof UnixCharSource unix) {
      out.write(UnixCharSource.XML, unix);
    } else if (source instanceof TcpCharSource tcp) {
      out.write(TcpCharSource.XML, tcp);
    } else if (source instanceof DeviceCharSource device) {
      out.write(DeviceCharSource.XML, device);
    } else if (source instanceof NullCharSource nothing) {
      out.write(NullCharSource.XML, nothing);
    } else if (source instanceof StdioCharSource stdio) {
      out.write(StdioCharSource.XML, stdio);
    } else {
      out.write(new Unknown(source.type()), (UnknownCharSource) source);
    }
  }

  private static final class Unknown extends XmlMapping<UnknownCharSource> {

    private final String type;

    Unknown(String type) {
      super("source");
      this.type = type;
    }

    @Override
    protected UnknownCharSource read(XmlIn in) {
      return UnknownCharSource.builder().type(type).extras(in.extrasAndPresence()).build();
    }

    @Override
    protected void write(UnknownCharSource value, String name, XmlOut out) {
      out.beginIfAny(name, value.extras());
      out.end();
    }
  }
}
