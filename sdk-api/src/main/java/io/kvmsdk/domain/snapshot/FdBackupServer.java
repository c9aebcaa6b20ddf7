package io.kvmsdk.domain.snapshot;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A backup is read from a socket that was opened before and given to libvirt. Since libvirt 11.3.0.
 *
 * @see <a href="https://libvirt.org/formatbackup.html#backup-xml">libvirt: Backup XML</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface FdBackupServer extends BackupServer, WithFdBackupServer
    permits ImmutableFdBackupServer {

  /** How it is read and written. */
  XmlMapping<FdBackupServer> XML = new FdBackupServerXml();

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
    return "fd";
  }

  /** The name under which it was given. */
  String fdGroup();

  /**
   * Whether it is encrypted, with the certificates that libvirt's configuration names. Absent means
   * no.
   */
  Optional<Boolean> tls();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFdBackupServer.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FdBackupServerXml extends XmlMapping<FdBackupServer> {

  FdBackupServerXml() {
    super("server");
  }

  @Override
  protected FdBackupServer read(XmlIn in) {
    FdBackupServer.Builder b = FdBackupServer.builder();
    b.fdGroup(in.required("fdgroup"));
    if (in.yesNo("tls")) b.tls(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FdBackupServer value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("transport", value.type());
    out.attr("fdgroup", value.fdGroup());
    out.yesNo("tls", value.tls());
    out.end();
  }
}
