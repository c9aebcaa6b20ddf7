package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlOut;
import io.kvmsdk.xml.XmlUnion;

/**
 * What a character device of a guest is connected to on the host.
 *
 * @see <a
 *     href="https://libvirt.org/formatdomain.html#consoles-serial-parallel-channel-devices">libvirt:
 *     Consoles, serial, parallel and channel devices</a>
 */
public sealed interface CharSource
    permits DeviceCharSource,
        FileCharSource,
        NullCharSource,
        PtyCharSource,
        StdioCharSource,
        TcpCharSource,
        UnixCharSource,
        UnknownCharSource {

  /** How it is read and written. */
  XmlUnion<CharSource> XML = new CharSourceXml();

  /** A pseudo terminal, which the hypervisor opens. */
  static CharSource pty() {
    return PtyCharSource.builder().build();
  }

  /** A file that takes what the guest writes. */
  static CharSource file(String path) {
    return FileCharSource.builder().path(path).build();
  }

  /** A unix socket on which the hypervisor listens. */
  static CharSource unix(String path) {
    return UnixCharSource.builder().mode(SocketMode.BIND).path(path).build();
  }

  /** A TCP port on which the hypervisor listens. */
  static CharSource tcp(String host, int port) {
    return TcpCharSource.builder()
        .mode(SocketMode.BIND)
        .host(host)
        .service(Integer.toString(port))
        .build();
  }

  /** Nothing: what the guest writes is dropped. */
  static CharSource none() {
    return NullCharSource.builder().build();
  }

  /** What libvirt calls the kind of source, such as {@code pty}. */
  String type();

  /** What the document says of the source beyond what has a name here. */
  Extras extras();
}

final class CharSourceXml extends XmlUnion<CharSource> {

  @Override
  protected CharSource read(XmlIn in) {
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
      default -> UnknownCharSource.builder().type(type).extras(source.unread()).build();
    };
  }

  @Override
  protected void write(CharSource source, XmlOut out) {
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
      out.beginIfAny("source", source.extras());
      out.end();
    }
  }
}
