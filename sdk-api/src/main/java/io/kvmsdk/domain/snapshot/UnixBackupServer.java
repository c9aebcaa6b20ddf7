package io.kvmsdk.domain.snapshot;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A backup is read from a unix socket.
 *
 * @see <a href="https://libvirt.org/formatbackup.html#backup-xml">libvirt: Backup XML</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface UnixBackupServer extends BackupServer, WithUnixBackupServer
    permits ImmutableUnixBackupServer {

  /** How it is read and written. */
  XmlMapping<UnixBackupServer> XML = new UnixBackupServerXml();

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
    return "unix";
  }

  /** Its absolute path. */
  String socket();

  /**
   * Whether it is encrypted, with the certificates that libvirt's configuration names. Absent means
   * no.
   */
  Optional<Boolean> tls();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUnixBackupServer.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class UnixBackupServerXml extends XmlMapping<UnixBackupServer> {

  UnixBackupServerXml() {
    super("server");
  }

  @Override
  protected UnixBackupServer read(XmlIn in) {
    UnixBackupServer.Builder b = UnixBackupServer.builder();
    b.socket(in.required("socket"));
    if (in.yesNo("tls")) b.tls(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(UnixBackupServer value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("transport", value.type());
    out.attr("socket", value.socket());
    out.yesNo("tls", value.tls());
    out.end();
  }
}
