package io.kvmsdk.domain.snapshot;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/**
 * Where the hypervisor offers the disks of a backup for reading, over NBD.
 *
 * @see <a href="https://libvirt.org/formatbackup.html#backup-xml">libvirt: Backup XML</a>
 */
public sealed interface BackupServer
    permits FdBackupServer, TcpBackupServer, UnixBackupServer, UnknownBackupServer {

  /** How it is read and written. */
  XmlMapping<BackupServer> XML = new BackupServerXml();

  /** A TCP port of the host, which the hypervisor chooses. */
  static TcpBackupServer tcp(String host) {
    return TcpBackupServer.builder().host(host).build();
  }

  /** A TCP port of the host. */
  static TcpBackupServer tcp(String host, int port) {
    return TcpBackupServer.builder().host(host).port(port).build();
  }

  /** A unix socket of the host, by its absolute path. */
  static UnixBackupServer unix(String socket) {
    return UnixBackupServer.builder().socket(socket).build();
  }

  /** What libvirt calls the kind, in the attribute {@code transport}. */
  String type();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class BackupServerXml extends XmlMapping<BackupServer> {

  BackupServerXml() {
    super("server");
  }

  @Override
  protected BackupServer read(XmlIn in) {
    String type = in.attrOr("transport", "tcp");
    return switch (type) {
      case "tcp" -> in.read(TcpBackupServer.XML);
      case "unix" -> in.read(UnixBackupServer.XML);
      case "fd" -> in.read(FdBackupServer.XML);
      default -> UnknownBackupServer.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(BackupServer value, String name, XmlOut out) {
    if (value instanceof TcpBackupServer tcpBackupServer) {
      out.write(name, TcpBackupServer.XML, tcpBackupServer);
    } else if (value instanceof UnixBackupServer unixBackupServer) {
      out.write(name, UnixBackupServer.XML, unixBackupServer);
    } else if (value instanceof FdBackupServer fdBackupServer) {
      out.write(name, FdBackupServer.XML, fdBackupServer);
    } else {
      out.begin(name, value.extras());
      out.attr("transport", value.type());
      out.end();
    }
  }
}
