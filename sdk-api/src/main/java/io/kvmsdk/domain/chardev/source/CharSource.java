package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlOut;
import io.kvmsdk.xml.XmlUnion;
import java.util.ArrayList;
import java.util.List;

/**
 * What a character device of a guest is connected to on the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-interface">libvirt: Host interface</a>
 */
public sealed interface CharSource
    permits DbusCharSource,
        DeviceCharSource,
        FileCharSource,
        NmdmCharSource,
        NullCharSource,
        PipeCharSource,
        PtyCharSource,
        SpicePortCharSource,
        SpiceVmcCharSource,
        StdioCharSource,
        TcpCharSource,
        UdpCharSource,
        UnixCharSource,
        UnknownCharSource,
        VcCharSource,
        VdagentCharSource {

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

  /** A character device of the host, such as {@code /dev/ttyS0}. */
  static CharSource device(String path) {
    return DeviceCharSource.builder().path(path).build();
  }

  /** A named pipe of the host. */
  static CharSource pipe(String path) {
    return PipeCharSource.builder().path(path).build();
  }

  /** A unix socket on which the hypervisor listens. */
  static CharSource unix(String path) {
    return UnixCharSource.builder().mode(SocketMode.BIND).path(path).build();
  }

  /** A unix socket to which the hypervisor connects. */
  static CharSource unixClient(String path) {
    return UnixCharSource.builder().mode(SocketMode.CONNECT).path(path).build();
  }

  /** A TCP port on which the hypervisor listens. */
  static CharSource tcp(String host, int port) {
    return TcpCharSource.builder()
        .mode(SocketMode.BIND)
        .host(host)
        .service(Integer.toString(port))
        .build();
  }

  /** A TCP port to which the hypervisor connects. */
  static CharSource tcpClient(String host, int port) {
    return TcpCharSource.builder()
        .mode(SocketMode.CONNECT)
        .host(host)
        .service(Integer.toString(port))
        .build();
  }

  /** UDP packets to that place; none come in. */
  static CharSource udp(String host, int port) {
    return UdpCharSource.builder().addEndpoint(UdpEndpoint.to(host, port)).build();
  }

  /** UDP packets to and from a place each. */
  static CharSource udp(UdpEndpoint incoming, UdpEndpoint outgoing) {
    return UdpCharSource.builder().addEndpoints(incoming, outgoing).build();
  }

  /** The connection of a SPICE client. */
  static CharSource spiceVmc() {
    return SpiceVmcCharSource.builder().build();
  }

  /** A channel of that name within the connection of a SPICE client. */
  static CharSource spicePort(String channel) {
    return SpicePortCharSource.builder().channel(channel).build();
  }

  /** A channel of that name of the D-Bus display. */
  static CharSource dbus(String channel) {
    return DbusCharSource.builder().channel(channel).build();
  }

  /** The log of the domain. */
  static CharSource log() {
    return StdioCharSource.builder().build();
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
    // Old documents have consoles that say no more than their terminal.
    String type = in.name().equals("console") ? in.attrOr("type", "pty") : in.required("type");
    XmlIn source = in.child("source");
    return switch (source.ifUnderstood(type)) {
      case "pty" -> source.read(PtyCharSource.XML);
      case "file" -> source.read(FileCharSource.XML);
      case "dev" -> source.read(DeviceCharSource.XML);
      case "pipe" -> source.read(PipeCharSource.XML);
      case "unix" -> source.read(UnixCharSource.XML);
      case "tcp" -> tcp(in, source);
      case "udp" -> udp(in);
      case "null" -> source.read(NullCharSource.XML);
      case "stdio" -> source.read(StdioCharSource.XML);
      case "vc" -> source.read(VcCharSource.XML);
      case "spicevmc" -> source.read(SpiceVmcCharSource.XML);
      case "spiceport" -> source.read(SpicePortCharSource.XML);
      case "dbus" -> source.read(DbusCharSource.XML);
      case "nmdm" -> source.read(NmdmCharSource.XML);
      case "qemu-vdagent" -> source.read(VdagentCharSource.XML);
      default -> UnknownCharSource.builder().type(type).extras(source.unread()).build();
    };
  }

  private static CharSource tcp(XmlIn in, XmlIn source) {
    List<XmlIn> all = in.children("source");
    if (all.size() < 2) {
      return source.read(TcpCharSource.XML);
    }
    List<TcpCharSource> read = new ArrayList<>();
    for (XmlIn one : all) read.add(one.read(TcpCharSource.XML));
    int last = read.size() - 1;
    return read.get(last).withOverridden(read.subList(0, last));
  }

  private static CharSource udp(XmlIn in) {
    UdpCharSource.Builder b = UdpCharSource.builder();
    for (XmlIn endpoint : in.children("source")) b.addEndpoint(endpoint.read(UdpEndpoint.XML));
    return b.build();
  }

  @Override
  protected void write(CharSource source, XmlOut out) {
    if (source instanceof PtyCharSource pty) {
      out.write(PtyCharSource.XML, pty);
    } else if (source instanceof FileCharSource file) {
      out.write(FileCharSource.XML, file);
    } else if (source instanceof DeviceCharSource device) {
      out.write(DeviceCharSource.XML, device);
    } else if (source instanceof PipeCharSource pipe) {
      out.write(PipeCharSource.XML, pipe);
    } else if (source instanceof UnixCharSource unix) {
      out.write(UnixCharSource.XML, unix);
    } else if (source instanceof TcpCharSource tcp) {
      out.writeAll(TcpCharSource.XML, tcp.overridden());
      out.write(TcpCharSource.XML, tcp);
    } else if (source instanceof UdpCharSource udp) {
      out.writeAll(UdpEndpoint.XML, udp.endpoints());
    } else if (source instanceof NullCharSource nothing) {
      out.write(NullCharSource.XML, nothing);
    } else if (source instanceof StdioCharSource stdio) {
      out.write(StdioCharSource.XML, stdio);
    } else if (source instanceof VcCharSource vc) {
      out.write(VcCharSource.XML, vc);
    } else if (source instanceof SpiceVmcCharSource spice) {
      out.write(SpiceVmcCharSource.XML, spice);
    } else if (source instanceof SpicePortCharSource spice) {
      out.write(SpicePortCharSource.XML, spice);
    } else if (source instanceof DbusCharSource dbus) {
      out.write(DbusCharSource.XML, dbus);
    } else if (source instanceof NmdmCharSource nmdm) {
      out.write(NmdmCharSource.XML, nmdm);
    } else if (source instanceof VdagentCharSource agent) {
      out.write(VdagentCharSource.XML, agent);
    } else {
      out.beginIfAny("source", source.extras());
      out.end();
    }
  }
}
