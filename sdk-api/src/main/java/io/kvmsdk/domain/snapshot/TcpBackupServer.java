package io.kvmsdk.domain.snapshot;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A backup is read from a TCP port.
 *
 * @see <a href="https://libvirt.org/formatbackup.html#backup-xml">libvirt: Backup XML</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface TcpBackupServer extends BackupServer, WithTcpBackupServer
    permits ImmutableTcpBackupServer {

  /** How it is read and written. */
  XmlMapping<TcpBackupServer> XML = new TcpBackupServerXml();

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
    return "tcp";
  }

  /** The host name or address on which the hypervisor listens. */
  String host();

  /** The port. Absent means that the hypervisor chooses one and says it. */
  Optional<Integer> port();

  /**
   * Whether it is encrypted, with the certificates that libvirt's configuration names. Absent means
   * no.
   */
  Optional<Boolean> tls();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableTcpBackupServer.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class TcpBackupServerXml extends XmlMapping<TcpBackupServer> {

  TcpBackupServerXml() {
    super("server");
  }

  @Override
  protected TcpBackupServer read(XmlIn in) {
    TcpBackupServer.Builder b = TcpBackupServer.builder();
    b.host(in.required("name"));
    if (in.intAttr("port")) b.port(in.intValue());
    if (in.yesNo("tls")) b.tls(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(TcpBackupServer value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("transport", value.type());
    out.attr("name", value.host());
    out.attr("port", value.port());
    out.yesNo("tls", value.tls());
    out.end();
  }
}
